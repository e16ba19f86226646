### Importar archivos del banco, exportar y restaurar.

ask-which-reading = { $file }: ¿`{ $example }` es (1) { $first } o (2) { $second }?
ask-which-account = { $file }: ¿de qué cuenta son sus filas?
ask-which-account-of = { $file }: ¿qué cuenta es `{ $account }`?
ask-replace-profile = ¿Reemplazar el perfil `{ $name }`?

head-dates = Fechas
head-duplicates = Conocidas
head-encoding = Codificación
head-file = Archivo
head-format = Formato
head-imported = Nuevas
head-line = Línea
head-matched = Coinciden
head-numbers = Números
head-review = Por revisar
head-rows = Filas
head-text = Texto
head-unreadable = Ilegibles
head-verdict = Decisión

word-uncategorized = Sin categoría
word-uncategorized-income = Ingresos sin categoría
word-verdict-bad = ilegible
word-verdict-duplicate = ya conocida
word-verdict-left-out = omitida
word-verdict-matched = anotada a mano
word-verdict-new = nueva
word-verdict-review = por revisar
word-column-amount = monto
word-column-date = fecha
word-no-rows = una tabla sin filas
word-account-list = una lista de cuentas
word-ofx-header = un encabezado OFX sin cartola
word-camt-header = un mensaje CAMT sin cartola
word-mt940-header = un mensaje MT940 sin cartola
word-empty-document = un documento sin una tabla de movimientos
word-empty-workbook = una planilla sin una tabla de movimientos
word-file-binary = un archivo binario
word-file-database = una base de datos
word-file-gzip = un archivo gzip
word-file-html = una página web (HTML)
word-file-image = una imagen
word-file-journal = un libro de hledger, ledger o beancount
word-file-json = un documento JSON
word-file-pdf = un documento PDF
word-file-rtf = un documento de texto (RTF)
word-file-xlsb = una planilla Excel en forma binaria (XLSB)
word-file-opendocument = un archivo OpenDocument
word-file-docx = un documento de texto (DOCX)
word-file-doc = un documento de texto (DOC)
word-file-office = un documento de Office que no es una planilla
word-file-zip = un archivo zip
word-file-entities = un documento XML que declara entidades (DTD)
word-file-xml = un documento XML que no es una cartola
word-role-account = cuenta propia
word-role-amount = monto
word-role-balance = saldo
word-role-category = categoría
word-role-check-number = número de cheque
word-role-counter-account = otra cuenta
word-role-credit = abono
word-role-currency = moneda
word-role-date = fecha
word-role-debit = cargo
word-role-fee = comisión
word-role-id = id del banco
word-role-kind = tipo de transacción
word-role-memo = glosa
word-role-other = no se usa
word-role-payee = beneficiario
word-role-recipient = destinatario
word-role-sender = remitente
word-role-sign = entrada o salida
word-role-status = estado
word-role-text = descripción
word-role-value-date = segunda fecha

say-about-file = { $file }: { $sentence }
say-row = línea { $line }: { $problem }
say-row-column = línea { $line }, columna { $column }: { $problem }
say-more-bad-rows = { $n ->
    [one] hay 1 fila más que no se puede leer; --json la nombra
   *[other] hay { $n } filas más que no se pueden leer; --json las nombra todas
    }
say-review = { $n ->
    [one] 1 fila parece una anotación hecha a mano y no se registró; `luka undo` y luego --matches merge o --matches new lo decide
   *[other] { $n } filas parecen anotaciones hechas a mano y no se registraron; `luka undo` y luego --matches merge o --matches new lo decide
    }
say-document-rows = { $n ->
    [one] 1 fila de un documento espera en `luka review`; antes no se registra
   *[other] { $n } filas de un documento esperan en `luka review`; antes no se registra ninguna
    }
say-dry-run = No se importó nada: así sería.
say-profile-used = Leído con el perfil `{ $name }`, que corresponde.
say-profile-saved = Se guardó el perfil `{ $name }` en { $path }.
say-profile-needless = Este archivo dice por sí mismo cómo se lee: no hay nada que guardar como perfil.
say-rounded = { $n ->
    [one] se redondeó 1 monto de una cartola de inversiones
   *[other] se redondearon { $n } montos de una cartola de inversiones
    }
say-balance-mismatch = { $n ->
    [one] el saldo de la línea { $line } debería ser { $expected }, pero es { $found } (diferencia { $difference })
   *[other] el saldo de la línea { $line } debería ser { $expected }, pero es { $found } (diferencia { $difference }); { $n } filas así
    }
say-closing-mismatch = el saldo inicial y las filas suman { $expected }, pero el saldo final es { $found } (diferencia { $difference })
say-unsigned-amounts = ningún monto tiene signo, así que todos se leyeron como entradas; --invert los lee como salidas
    .screen = ningún monto tiene signo, así que todos se leyeron como entradas; e los da vuelta
say-signs-inverted = las compras parecen positivas y los pagos negativos: revise los signos, o pase --invert
    .screen = las compras parecen positivas y los pagos negativos: revise los signos; e los da vuelta
say-fees-not-booked = { $n ->
    [one] 1 fila trae comisión en `{ $column }`, { $total } en total, y no se contabilizó: --fees apart la suma aparte de los montos, --fees within dice que ya la incluyen
   *[other] { $n } filas traen comisión en `{ $column }`, { $total } en total, y no se contabilizó: --fees apart la suma aparte de los montos, --fees within dice que ya la incluyen
    }
    .screen = { $n ->
        [one] 1 fila tiene una comisión en `{ $column }`, { $total } en total, y no se anotó: e dice si está dentro del monto
       *[other] { $n } filas tienen una comisión en `{ $column }`, { $total } en total, y no se anotó: e dice si está dentro de los montos
        }
say-skipped = { $n ->
    [one] se omitió 1 fila con estado `{ $status }`: no está contabilizada
   *[other] se omitieron { $n } filas con estado `{ $status }`: no están contabilizadas
    }
say-investment-records = { $n ->
    [one] se omitió 1 registro de inversiones
   *[other] se omitieron { $n } registros de inversiones
    }
say-split-mismatch = las partes de la división en la línea { $line } no suman (diferencia { $difference }); la fila se leyó sin ellas
say-left-out-lines = { $n ->
    [one] 1 línea no es un movimiento y se omitió: línea { $lines }
   *[other] { $n } líneas no son movimientos y se omitieron: líneas { $lines }
    }
say-year-assumed = las fechas no tienen año; la última se tomó como { $latest }
say-no-closing = la cartola que empieza en la línea { $line } no tiene saldo final: puede faltar su última parte
say-total-mismatch = `{ $label }` dice { $found }, pero las filas suman { $expected } (diferencia { $difference })
say-hidden-sheet = la hoja `{ $name }` está oculta y se dejó fuera: muéstrela en el libro si corresponde
say-table-left-out = `{ $name }` no tiene movimientos que se puedan leer y se dejó fuera ({ $rows } filas)
say-column-role = { $column }: { $role }
say-file-account = cuenta en el archivo: { $account }
say-given-dates = se indicó el formato de las fechas
say-given-decimal = se indicó el signo decimal
say-dates-fit = las fechas calzan en un solo orden
say-dates-points = las fechas con puntos tienen el día primero
say-dates-order = las fechas siguen el orden de las filas
say-dates-month = el otro orden pondría todas las filas en un mismo día de muchos meses
say-dates-future = ninguna fecha está en el futuro
say-numbers-fit = los montos calzan con un solo signo decimal
say-numbers-currency = los decimales de la moneda dejan un solo signo decimal
say-running-balance = { $n ->
    [one] el saldo corrido concuerda en 1 fila
   *[other] el saldo corrido concuerda en { $n } filas
    }
say-header-words = las columnas se reconocieron por el encabezado
say-column-contents = las columnas se reconocieron por su contenido
say-given-fees = las comisiones se indicaron con --fees o con el perfil
    .screen = las comisiones se eligieron, o las indicó el perfil
say-fees-subtracted = se restaron las comisiones, como dice el saldo corrido
say-card-words = las palabras son las de una tarjeta de crédito: lo positivo se tomó como salida de dinero
say-exported = { $n ->
    [one] Se escribió 1 transacción en { $path }.
   *[other] Se escribieron { $n } transacciones en { $path }.
    }
say-restored = { $n ->
    [one] Se restauró 1 transacción.
   *[other] Se restauraron { $n } transacciones.
    }

error-in-file = { $file }: { $problem }
error-bad-rows = { $n ->
    [one] no se pudo leer 1 fila; las demás se tomaron
   *[other] no se pudieron leer { $n } filas; las demás se tomaron
    }
hint-bad-rows = corrija el archivo e impórtelo de nuevo: las filas conocidas se omiten
error-fallback-taken = las filas sin categoría no se pueden anotar en `{ $name }`: está cerrada o es de otro tipo
hint-fallback-taken = `luka category reopen "{ $name }"`, o cámbiele el nombre
    .screen = 4 va a las categorías; c allí abre { $name } de nuevo, r le da otro nombre
say-one-account = el archivo nombra varias cuentas ({ $names }) y todas sus filas van a { $into }; con `--account { $example }=CUENTA` para cada una van por separado
error-strict = { $n ->
    [one] { $file }: no se puede leer 1 fila, así que no se importó nada
   *[other] { $file }: no se pueden leer { $n } filas, así que no se importó nada
    }
hint-strict = corrija el archivo, o quite --strict para tomar las demás
    .screen = corrija el archivo
error-which-account = { $file }: ¿de qué cuenta son sus filas?
hint-which-account = indique la cuenta del libro con --account; vea `luka account list`
    .screen = e elige la cuenta
hint-which-accounts = el archivo nombra { $names }: use --account ACCOUNT para todo, o --account { $example }=ACCOUNT para cada una
    .screen = el archivo nombra { $names }; e elige una cuenta para cada una
error-import-currency = { $file } está en { $found }, la cuenta `{ $account }` en { $expected }
hint-import-currency = nombre también una cuenta en { $found } con --account; `luka account add NOMBRE --kind asset --currency { $found }` la crea
    .screen = e elige una cuenta en { $found }; 3 y luego n crea una
error-row-no-date = falta la fecha
error-row-no-amount = falta el monto
error-row-date = `{ $found }` no es una fecha en el formato de las otras filas
error-row-amount = `{ $found }` no es un monto en el formato de las otras filas
error-row-sign = `{ $found }` no es una palabra para entrada o salida de dinero
error-row-digits = `{ $found }` tiene más decimales que su moneda
error-row-balance = las palabras son las de un saldo, y nada prueba que lo sea: no se registró
error-row-shape = la última línea tiene otra forma que todas las demás (un pie, o el archivo está cortado): no se registró
error-row-truncated = el archivo termina aquí a medias; falta lo que seguía
error-row-damaged = el archivo está dañado aquí; lo que sigue no se leyó
error-file-empty = el archivo está vacío
error-file-large = el archivo es demasiado grande: se leen a lo más { $mib } MiB
error-file-damaged = el archivo está cortado o dañado en la línea { $line } y no se leyó nada
hint-file-damaged = descárguelo de nuevo del banco
error-document-encrypted = este PDF está protegido con contraseña
hint-document-encrypted = ábralo con su contraseña e imprímalo en un PDF nuevo
error-document-damaged = no se puede leer este PDF
error-document-no-text = este PDF no tiene texto: sus páginas son imágenes
hint-document-no-text = los bancos suelen ofrecer también CSV, OFX o Excel
error-workbook-encrypted = la planilla está protegida con contraseña
hint-workbook-encrypted = guarde una copia sin contraseña, o expórtela como CSV
error-workbook-damaged = la planilla está dañada
hint-workbook-damaged = ábrala en un programa de planillas y guárdela de nuevo, o expórtela como CSV
error-workbook-cells = la planilla tiene más de { $limit } celdas
error-file-unsupported = el archivo es { $what }, que no se puede leer como cartola
hint-file-unsupported = los bancos suelen ofrecer también CSV, OFX o Excel
error-encoding = `{ $name }` no es una codificación de texto conocida
error-no-transactions = el archivo no tiene transacciones: es { $found }
error-bank-server = el servidor del banco respondió con el error { $code } en vez de una cartola: { $message }
error-no-columns = ninguna columna se reconoció como { $what }; el archivo tiene: { $found }
error-ambiguous-columns = varias columnas pueden ser { $what }: { $found }
error-unknown-signs = la columna { $column } debe decir qué montos son salidas, pero contiene: { $words }
error-profile-mismatch = el perfil `{ $profile }` necesita la columna { $column }; el archivo tiene: { $found }
error-ambiguous-dates = `{ $example }` puede ser { $day_first } o { $month_first }, y ninguna fila dice cuál
hint-ambiguous-dates = use { $flag } DMY para { $day_first }, o { $flag } MDY para { $month_first }
    .screen = e dice si va primero el día o el mes
error-mixed-dates = `{ $one }` tiene el día primero y `{ $other }` el mes: las fechas no tienen un formato común
error-ambiguous-signs = `{ $example }` es { $amount }: lo positivo puede ser dinero que entra o, como en muchas tarjetas, dinero que sale, y nada dice cuál
hint-ambiguous-signs = pase { $flag } si los montos positivos son salidas (compras de una tarjeta), o --as-written si son entradas
    .screen = e dice qué montos son salidas
error-ambiguous-numbers = `{ $example }` puede ser { $grouped } o { $decimal }, y ninguna fila dice cuál
hint-ambiguous-numbers = use { $flag } { $other } para { $grouped }, o { $flag } { $mark } para { $decimal }
    .screen = e dice cuál es el signo decimal
hint-read-flag = indique cómo se lee con { $flag }
    .screen = e dice cómo se lee el archivo
error-date-format = `{ $text }` no es un orden de día, mes y año
hint-date-format = escriba DMY, MDY o YMD, o una forma como DD/MM/AAAA
error-profile-syntax = el perfil no se puede leer: { $problem }
error-profile-write = el perfil no se puede escribir
hint-profile-syntax = vea un perfil escrito por --save-profile
    .screen = guárdelo de nuevo: e, y un nombre al final del formulario
error-profile-name = `{ $name }` no puede ser el nombre de un perfil
hint-profile-name = sirven letras, dígitos y guiones
error-profile-exists = ya hay un perfil `{ $name }`
hint-profile-exists = elija otro nombre, o use --yes para reemplazarlo
error-profile-one-file = --save-profile acepta un solo archivo
error-no-profile = no hay un perfil `{ $name }`
hint-no-profile = los perfiles son los archivos .toml en { $folder }
error-file-exists = { $path } ya existe
hint-file-exists = use --force para reemplazarlo
error-no-export-format = `luka export` no escribe ese formato
error-export = la exportación no se pudo escribir
error-export-currencies = una cuenta tiene varias monedas, y este formato no puede decirlo
hint-export-other = elija json, csv, hledger, ledger o beancount
error-not-as-made = el libro ya no está vacío
hint-not-as-made = restaure en uno nuevo: luka --ledger DIR restore-json FILE
error-document-contradicts = las entradas del documento se contradicen
error-document-unread = el documento no se pudo leer: { $reason }
error-document-json = el documento no se puede leer: { $problem }
error-document-none = el documento no es JSON
error-document-kind = el documento es JSON, pero no un libro
error-document-version = el documento tiene la versión { $version }, que este programa no conoce
hint-document = debe ser lo que escribió `luka export --format json`, entero y sin cambios
tell-profile-removed = Se quitó el perfil { $name }.
