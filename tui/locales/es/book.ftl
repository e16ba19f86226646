### Libros completos de otros programas.
head-accounts = Cuentas
head-prices = Precios
head-budgets = Presupuestos
head-uncarried = Sin traer

word-rounding = Redondeo
word-transfers = Traspasos
word-virtual-postings = Partidas virtuales
word-line-of = { $file }, línea { $line }

say-book-holds = Un libro completo ({ $format }): { $new } transacciones nuevas, { $known } conocidas; { $accounts } cuentas, { $prices } precios.
say-book-leaves = No se traen: { $uncarried }. Ilegibles: { $bad }.
say-of-line = { $place }: { $why } (`{ $what }`)
say-uncarried = no se trajo: { $what }
say-more-uncarried = { $n ->
    [one] otra cosa no se trajo; --json las lista todas
   *[other] otras { $n } cosas no se trajeron; --json las lista todas
}
say-assertion = { $place }: el { $date } `{ $account }` debería tener { $expected } pero tiene { $found } (diferencia { $difference })
say-commodity = `{ $name }` se tomó como { $code }; --currency '{ $name }=CÓDIGO' dice otra cosa
say-open-currency = los montos sin moneda se tomaron en { $code }; --currency CÓDIGO dice otra cosa
say-kind-assumed = { $n ->
    [one] no se dice la clase de `{ $name }`: quedó como activo; --kind CUENTA=liability dice otra cosa
   *[other] no se dice la clase de { $n } cuentas (`{ $name }` es la primera): quedaron como activos; --kind CUENTA=liability dice otra cosa
}

error-bad-lines = { $n ->
    [one] una entrada no se pudo leer
   *[other] { $n } entradas no se pudieron leer
}
error-book-option = { $option } no dice nada de un libro completo, que tiene sus propias cuentas
hint-book-option = omítalo; `luka import --detect ARCHIVO` muestra qué llegan a ser las cuentas
error-mixed-files = algunos de estos archivos son libros completos, los otros cartolas
hint-mixed-files = importe los libros y las cartolas con un comando cada uno
error-statement-currency = --currency es para libros completos; una cartola está en la moneda de su cuenta
hint-statement-currency = nombre la cuenta con --account

error-open-currency = { $file } no dice su moneda, y sus montos tienen { $n } decimales, más que { $code }
hint-open-currency = nombre la moneda: --currency USD
    .screen = impórtelo en un libro que esté en esa moneda

error-book-unknown-line = ninguna entrada comienza así
error-book-indented = la línea tiene sangría y no pertenece a nada
error-book-date = se esperaba una fecha
error-book-date-range = la fecha no está entre los años 1900 y 2999
error-book-amount = se esperaba un monto
error-book-account = se esperaba una cuenta
error-book-text = se esperaba un texto entre comillas
error-book-unbalanced = las partidas no suman cero
error-book-several-open = sólo un monto se puede omitir
error-book-no-lot = no hay ningún lote que corresponda
error-book-several-lots = varios lotes corresponden
error-book-too-large = el monto es demasiado grande
error-book-cost = un precio debe estar en otra moneda y tener el signo de su monto
error-book-postings = una transacción puede tener a lo más mil partidas
error-book-no-end = falta su final
error-book-include = un archivo se incluye a sí mismo, o a demasiados otros

why-periodic = los presupuestos y pronósticos de transacciones periódicas se quedan con su programa
why-automated = esta transacción automática no se aplica
why-timeclock = las líneas de un reloj de horas no son dinero
why-include = el archivo incluido no se encontró junto al libro
why-directive = esta directiva no tiene equivalente
why-attribute = las cuentas y monedas no llevan datos propios
why-posting-date = todas las partidas tienen la fecha de su transacción
why-posting-mark = una partida no puede estar pendiente por sí sola
why-lot = los lotes no se guardan por separado
why-note = las notas sobre cuentas no se guardan
why-event = los eventos no se guardan
why-document = los documentos no se guardan
why-query = las consultas del otro programa no se guardan
why-custom = las entradas propias no se guardan
why-setting = los ajustes del otro programa no se guardan
why-empty = una transacción necesita dos partidas
why-price = un precio debe ser mayor que cero y en otra moneda
why-price-known = el libro tiene otro precio de ese día, que se queda
why-budget = una categoría tiene un solo presupuesto para todos los meses, el del último
why-rounded = el monto se redondeó a los dígitos de su moneda
why-residue = las partidas dejan un resto, que se registró en una cuenta de patrimonio
why-virtual = el otro lado de la partida virtual se registró en una cuenta de patrimonio
why-shortened = el texto se acortó
