### Transacciones, su historia, el médico y la demostración.

hint-account-closed = `luka account reopen` la abre de nuevo
    .screen = 3 va a las cuentas; c allí la abre de nuevo

## Lo que no se registra

error-several-accounts = podría ser más de una cuenta, y ninguna se usó antes
hint-several-accounts = nómbrela con --account
    .screen = elija una en el campo «Cuenta»
error-no-account-yet = todavía no hay ninguna cuenta
hint-no-account-yet = cree una con `luka account add Efectivo --kind asset`
    .screen = 3 va a las cuentas; n allí crea una
error-other-kind = `{ $name }` ya existe, y es de tipo { $kind }
hint-other-kind = omita --create, o elija otro nombre
    .screen = elija otro nombre
error-reconciled = la transacción fue conciliada con una cartola
hint-reconciled = `luka history` dice cuándo; `luka undo` deshace una conciliación, `luka rm --reconciled` la elimina igual
    .screen = 9 dice cuándo; U allí deshace la conciliación
error-splits-exceed = las partes son mayores que el total: sobran { $over }
hint-splits-exceed = el monto es el total, la categoría toma lo que dejan las partes
error-received-missing = las cuentas están en { $one } y { $other }: ¿cuánto se recibió?
hint-received-missing = indique --received con el monto en { $currency }
    .screen = diga en el campo «Recibido» cuánto es en { $currency }
error-received-needless = ambas cuentas están en { $currency }: basta un monto
hint-received-needless = omita --received
    .screen = deje vacío el campo «Recibido»
error-same-account = una transferencia necesita dos cuentas distintas
error-which-leg = { $n ->
    [0] la transacción no tiene ninguna parte que esto pueda cambiar
   *[other] la transacción tiene { $n } partes de esa clase, y no queda claro cuál se quiere decir
    }
hint-which-leg = `luka show` muestra las partes; con --split se dan todas de nuevo
    .screen = e la abre, donde cada parte tiene un campo
error-other-currency = la transacción está en { $found }, la cuenta en { $expected }
hint-other-currency = una cuenta solo recibe movimientos en su propia moneda
error-zero-amount = el monto no puede ser cero
hint-zero-amount = una devolución lleva un menos; para la otra dirección de una transferencia, invierta las cuentas
error-setting = `{ $text }` no tiene la forma CAMPO=VALOR
error-setting-field = `{ $field }` no se puede fijar en muchas transacciones a la vez
error-differs = el libro tiene { $ours } ese día, la cartola { $theirs }: difieren en { $difference }
hint-differs = busque lo que falta o está dos veces con `luka list "acct:{ $account }" date:..{ $date }`, e intente de nuevo
error-nothing-to-edit = no se indicó nada que cambiar
error-no-undo = no hay nada que deshacer
error-no-redo = no hay nada que rehacer
hint-history = `luka history` muestra lo que cambió
hint-limit = escriba un número de filas, o `all`
error-doctor = { $n ->
    [one] una revisión encontró algo mal
   *[other] { $n } revisiones encontraron algo mal
    }

## Lo que se dice

say-saved = Guardada { $id }: { $line }
say-edited = Cambiada { $id }: { $line }
say-unchanged = Nada cambió en { $id }: { $line }
say-deleted = Eliminada { $id }: { $line }
say-undo-removal = { $n ->
    [one] `luka undo` la trae de vuelta.
   *[other] `luka undo` las trae de vuelta.
    }
say-undo = `luka undo` lo deshace.
say-redo = `luka redo` lo hace de nuevo.
word-moved-one = { $verb } { $first }
word-moved-several = { $verb } { $first } … ({ $n } cambios)
say-undone = Deshecho: { $what } (cambio { $sequence })
say-redone = Rehecho: { $what } (cambio { $sequence })
say-no-more-steps = Había solo { $n }.
say-no-transactions = Todavía no hay transacciones. `luka add 4500 almuerzo` registra una.
    .screen = Todavía no hay transacciones. a registra una.
say-nothing-fits = Ninguna transacción calza.
say-more-rows = { $n ->
    [one] Una más; --limit all la muestra.
   *[other] { $n } más; --limit all las muestra.
    }
say-changed-since = { $n ->
    [one] Cambiada una vez desde entonces; `luka history { $id }` dice cómo.
   *[other] Cambiada { $n } veces desde entonces; `luka history { $id }` dice cómo.
    }
say-reconciled = { $n ->
    [0] { $account } coincide con la cartola: { $balance } al { $date }. No se marcó nada nuevo.
    [one] { $account } coincide con la cartola: { $balance } al { $date }. Se marcó un movimiento.
   *[other] { $account } coincide con la cartola: { $balance } al { $date }. Se marcaron { $n } movimientos.
    }
ask-bulk = { $n ->
    [one] ¿Cambiar esta transacción?
   *[other] ¿Cambiar estas { $n } transacciones?
    }
say-nothing-changed = No se cambió nada.
say-bulk-more = { $n ->
    [one] … y una transacción más
   *[other] … y { $n } transacciones más
    }
say-bulk-nothing = { $same ->
    [0] Ninguna transacción calza, { $n } cambiadas.
    [one] La única que calza ya está así, { $n } cambiadas.
   *[other] Las { $same } que calzan ya están así, { $n } cambiadas.
    }
say-bulk-would = { $n } cambiarían, { $same } quedarían igual.
say-bulk-done = { $n } cambiadas, { $same } quedaron igual.
say-checking = [{ $at }/{ $of }] { $check }
say-making = { $made } de { $of } transacciones
say-demo-made = { $n ->
    [one] Contiene 1 transacción inventada.
   *[other] Contiene { $n } transacciones inventadas.
    }
say-demo = { $n ->
    [one] Una vida inventada de tres años en 1 transacción.
   *[other] Una vida inventada de tres años en { $n } transacciones.
    }
say-demo-next =
    Ya no existe. Para seguir:
      luka demo --ledger ~/luka-demo --no-tui   los mismos datos en un libro que queda
      luka report monthly --ledger ~/luka-demo  un año de ellos
      luka init                                 un libro propio
      luka add 4500 almuerzo                    su primera transacción

word-from = { $amount } de { $account }
word-to = { $amount } a { $account }
word-moved = { $amount } de { $one } a { $other }
word-exchanged = { $amount } de { $one }, { $received } a { $other }
word-split = dividida ({ $n })
word-status-unmarked = sin marca
word-status-pending = pendiente
word-status-cleared = confirmada
word-status-reconciled = conciliada
word-check-ok = bien
word-check-wrong = mal
word-examined = { $n } revisados
word-wrong = { $n } mal; lo primero: { $first }

head-tags = Etiquetas
head-status = Estado
head-source = Origen
head-cost = Valor
head-field = Campo
head-before = Antes
head-after = Después
head-number = N.º
head-when = Cuándo
head-what = Qué
head-changed = Cambios
head-device = Equipo
head-metadata = Metadatos
head-postings = Movimientos
head-check = Revisión
head-ok = Resultado
head-detail = Detalle
head-top-categories = En qué se fue el dinero este mes
head-last-transactions = Las últimas transacciones

## La historia

word-verb-of = { $what } { $target }
word-verb-init = libro creado
word-verb-restore = libro restaurado
word-verb-add = registro
word-verb-transfer = transferencia
word-verb-edit = edición
word-verb-rm = eliminación
word-verb-bulk = edición masiva
word-verb-import = importación
word-verb-reconcile = conciliación
word-verb-account = cuenta
word-verb-category = categoría
word-verb-payee = contraparte
word-verb-tag = etiqueta
word-verb-goal = meta
word-verb-contribute = aporte
word-verb-currency = moneda
word-verb-price = precio
word-verb-demo = datos de muestra
word-verb-undo = deshace
word-verb-redo = rehace
word-verb-other = cambio
word-action-create = creada
word-action-update = cambiada
word-action-delete = eliminada

## El médico

check-permissions = Solo usted alcanza los archivos
check-keys = Las llaves se pueden leer
check-pages = Cada página es auténtica
check-structure = Tablas e índices están enteros
check-references = Nada apunta a la nada
check-balance = Cada transacción cuadra
check-accounts = Monedas y tipos calzan
check-plans = Presupuestos, programaciones y reglas calzan con lo que nombran
check-rollups = Los totales son las sumas de los movimientos
check-chain = La historia no está cortada
check-head = La historia termina donde debe
check-history = Cada fila es lo que dice la historia
