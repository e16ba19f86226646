### Cuentas, categorías, beneficiarios, etiquetas, metas, monedas y precios: qué se dice y qué puede fallar.

ask-remove-goal = { $n ->
    [one] ¿Eliminar la meta `{ $name }` y su aporte?
   *[other] ¿Eliminar la meta `{ $name }` y sus { $n } aportes?
    }

say-added = Se agregó { $name }.
say-changed = Se cambió { $name }.
say-removed = Se eliminó { $name }.
say-already-closed = { $name } ya está cerrado; nada cambió.
say-already-open = { $name } ya está abierto; nada cambió.
say-already-so = { $name } ya está así; nada cambió.
say-closed = Se cerró { $name }.
say-reopened = Se reabrió { $name }.
say-merged = { $n ->
    [one] Se unió { $from } con { $into }: se movió 1 transacción.
   *[other] Se unió { $from } con { $into }: se movieron { $n } transacciones.
    }
say-contributed = { $name } tiene ahora { $current } de { $target }.
say-nothing-listed = No hay nada que listar.

head-aliases = También
head-currency = Moneda
head-decimals = Decimales
head-priority = Prioridad
head-quote = En
head-rate = Precio
head-symbol = Símbolo
head-tag = Etiqueta
head-transaction = Transacción

word-closed = cerrada
word-in-ledger = en el libro
word-inactive = inactiva
word-main-currency = principal
word-opening-balances = Saldos iniciales

error-exists = `{ $name }` ya existe
hint-exists-merge = una las dos, o elija otro nombre
error-kind-differs = `{ $name }` es de tipo { $found }, no { $expected }
hint-kind-differs = lo que está debajo de otra tiene su mismo tipo
error-merge-currencies = `{ $from }` y `{ $into }` están en monedas distintas
error-account-in-use = `{ $name }` está en uso: { $postings ->
    [one] 1 movimiento
   *[other] { $postings } movimientos
    }, { $below } debajo
hint-account-in-use = únala con otra, o ciérrela
error-circle = `{ $name }` no se puede mover ni unir ahí
hint-circle = nada está debajo de sí mismo, y un árbol tiene una profundidad máxima
error-not-empty = `{ $name }` no está vacía
hint-not-empty = mueva primero lo que contiene con `luka transfer`
    .screen = mueva primero lo que contiene con una transferencia: t
error-label-in-use = { $n ->
    [one] `{ $name }` está en uso: 1 transacción
   *[other] `{ $name }` está en uso: { $n } transacciones
    }
hint-label-in-use = únalo con otro
error-merge-itself = nada se puede unir consigo mismo
error-goal-inactive = la meta `{ $name }` no está activa
hint-goal-inactive = luka goal reopen "{ $name }"
    .screen = c abre { $name } de nuevo
error-goal-in-use = { $n ->
    [one] la meta `{ $name }` tiene 1 aporte
   *[other] la meta `{ $name }` tiene { $n } aportes
    }
hint-goal-in-use = use --yes para eliminarlos con ella, o ciérrela con `luka goal close`
    .screen = ciérrela con c en lugar de eso
error-overdrawn = la meta `{ $name }` solo tiene { $current }
error-not-positive = un objetivo debe ser mayor que cero, un aporte distinto de cero
hint-not-positive = un aporte negativo retira dinero
error-priority = eso no es una prioridad
hint-priority = escriba un número de 1 a 1000000; 1 va primero
error-currency-exists = el libro ya tiene la moneda { $code }
error-currency-in-use = la moneda { $code } está en uso
error-decimals-missing = { $code } no viene incluida: ¿cuántos decimales tiene?
hint-decimals-missing = use --decimals
    .screen = créela con una cuenta en ella (3, n), donde se preguntan sus decimales
error-decimals-fixed = { $digits ->
    [0] { $code } no tiene decimales
    [one] { $code } tiene 1 decimal
   *[other] { $code } tiene { $digits } decimales
    }
error-decimals = una moneda tiene a lo más { $most } decimales
error-rate = un precio es mayor que cero, no { $rate }
error-same-currency = un precio se da en otra moneda que la que se valora
error-no-price = no hay precio de { $base } en { $quote } el { $date }
error-no-price-id = ningún precio tiene un id que empiece con `{ $id }`
hint-list-prices = vea `luka price list`
    .screen = los precios se anotan en la línea de comandos, con `price add`
