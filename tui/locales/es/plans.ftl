### Presupuestos, programaciones y reglas: lo que se dice, y lo que puede fallar.

error-planned = { $n ->
    [one] un presupuesto, una programación o una regla nombra `{ $name }`
   *[other] { $n } presupuestos, programaciones o reglas nombran `{ $name }`
    }
error-label-planned = una programación o una regla que la necesita nombra `{ $name }`
hint-planned = vea `luka budget list`, `luka schedule list` y `luka rule list`
    .screen = los presupuestos, programaciones y reglas se cambian en la línea de comandos

say-skipped-once = Se saltó { $name } del { $date }.
say-nothing-due = { $n ->
   *[other] No hay nada pendiente.
    }
say-would-enter = { $n ->
    [one] Se anotaría 1 transacción.
   *[other] Se anotarían { $n } transacciones.
    }
say-entered = { $n ->
    [one] Se anotó 1 transacción. `luka undo` la deshace.
   *[other] Se anotaron { $n } transacciones. `luka undo` las deshace.
    }

head-actual = Real
head-budgeted = Presupuesto
head-carried = Arrastre
head-conditions = Cuando
head-debt = Deuda
head-every = Cada
head-from = Desde
head-left = Queda
head-name = Nombre
head-next = Próxima
head-recurrence = Recurrencia
head-remaining = Por venir
head-sets = Pone
head-group-plans = Planes

word-every-week = semana
word-every-two-weeks = dos semanas
word-every-four-weeks = cuatro semanas
word-every-month = mes
word-every-quarter = trimestre
word-every-year = año
word-verb-budget = presupuesto
word-verb-schedule = programación
word-verb-schedule-run = anotaciones programadas
word-verb-rule = regla
word-verb-review = revisión

error-budget-exists = `{ $category }` ya tiene un presupuesto por { $every } en esa moneda
hint-budget-exists = cámbielo con `luka budget edit`
error-budget-not-positive = un presupuesto es mayor que cero
error-day-of-month = las semanas comienzan en una fecha, no en un día del mes
hint-day-of-month = dé una fecha con --starts, como en --starts 2025-04-14
error-out-of-range = los períodos quedarían fuera del calendario
error-rrule-frequency = una recurrencia necesita FREQ
error-rrule-part = `{ $part }` no se admite en una recurrencia
error-rrule-twice = la recurrencia tiene `{ $part }` dos veces
error-rrule-value = `{ $value }` no es un valor de { $part } en una recurrencia
error-rrule-combination = { $parts }: no van juntos en una recurrencia
hint-rrule = se conocen FREQ, INTERVAL, COUNT o UNTIL (AAAAMMDD), BYMONTH, BYMONTHDAY, BYDAY y BYSETPOS=-1, como en FREQ=MONTHLY;BYDAY=-1FR
error-never = ningún día calza con la recurrencia
hint-never = revise sus días y su término
error-end-twice = dos cosas dicen cuándo termina la programación
hint-end-twice = dé sólo uno: --until, --times, --instalments, o COUNT o UNTIL en la regla
error-instalments = { $n ->
   *[other] el monto no se puede pagar en { $n } cuotas
    }
hint-instalments = de 2 a 600, y en cada una al menos la unidad mínima de la moneda
error-begun = { $n ->
    [one] ya pasó 1 cuota, así que su monto y sus días quedan
   *[other] ya pasaron { $n } cuotas, así que su monto y sus días quedan
    }
hint-begun = cada cuota anotada se puede cambiar con `luka edit`
error-schedule-currencies = una programación no puede mover dinero de { $one } a { $other }
hint-schedule-currencies = ambos lados de una programación están en la moneda de la cuenta; con una cuenta nueva dé también un monto
error-schedule-over = no queda nada de esa programación
hint-schedule-over = déle otro término con `luka schedule edit`
error-too-many-due = hay más de { $most } transacciones pendientes
hint-too-many-due = revise las fechas de las programaciones, o dé un --until anterior
error-rule-term = una regla no puede preguntar por `{ $prefix }:`
hint-rule-term = a una fila se le puede preguntar por texto libre, payee:, memo:, amt:, acct: y date:, con not: delante de cualquiera
error-rule-parts = las partes de una fila suman más que el total
hint-rule-parts = los porcentajes suman 100 a lo más; la categoría toma lo que dejan
error-rule-share = `{ $text }` no es parte de una fila
hint-rule-share = una parte es un porcentaje como 30% o un monto como 1500, tras una categoría: --set-split Hogar=30%
error-rule-transfer = un traspaso no lleva categoría ni partes
hint-rule-transfer = quite una de las dos: --set-category "" --no-split, o --set-transfer ""
error-rule-pattern = `{ $text }` no es una condición de regla
hint-rule-pattern = un patrón es una expresión regular entre barras, payee:/^uber/; un día va del uno al 31, day:5 o day:1..10
error-rule-blank = una regla necesita una condición
error-rule-idle = una regla necesita algo que poner
hint-rule-idle = use --set-category, --set-payee, --set-memo o --add-tag
hint-rule-exists = elija otro nombre, o cambie esa con `luka rule edit`
hint-plan-id = `{ $command }` muestra los ids; bastan los primeros caracteres
