### Ayuda de lo que se planea: presupuestos, programaciones, reglas.

help-budget = Presupuestos: un monto por categoría en cada período
help-budget-list = Listar presupuestos: cuánto había, cuánto se gastó, cuánto queda
    .date = En los períodos que contienen este día; si no, hoy
help-budget-add = Agregar un presupuesto
    .category = La categoría; las que están dentro también cuentan
    .amount = Cuánto en cada período
    .every = Cuánto dura un período
    .starts = Dónde comienzan los períodos: un día del mes (25), last-business-day, o una fecha; si no, con el calendario
    .rollover = Arrastrar al período siguiente lo que sobra o falta
    .examples =
        luka budget add Comida 250000
        luka budget add Comida 250000 --starts last-business-day --rollover
        luka budget add Ocio 40000 --every two-weeks --starts 2025-04-11
help-budget-edit = Cambiar un presupuesto
    .budget = La categoría, o el id del presupuesto
    .new-amount = El nuevo monto en cada período
    .every = Cuánto dura un período; cuenta desde el período de hoy
    .starts = Dónde comienzan los períodos; cuenta desde el período de hoy
    .rollover = Arrastrar lo que sobra
    .no-rollover = No arrastrar nada
help-budget-rm = Borrar un presupuesto
    .budget = La categoría, o el id del presupuesto

help-schedule = Programaciones: lo que se repite, y las cuotas
help-schedule-list = Listar programaciones: cuándo viene la próxima, cuántas faltan, cuánto se debe
help-schedule-add = Agregar una programación; `luka schedule run` anota lo pendiente
    .amount = Cuánto cada vez; con --instalments la compra entera
    .to-account = Transferir a esta cuenta en vez de una categoría
    .account = La cuenta; si no, la última usada
    .instalments = Pagar el monto en tantas cuotas, una cada vez
    .every = Cada cuánto; un día que un mes no tiene pasa a ser su último día
    .rule = Lo mismo como regla de la RFC 5545: FREQ=MONTHLY;BYDAY=-1FR
    .from = El primer día; hoy si no se da
    .until = No después de este día
    .times = Sólo tantas veces
    .examples =
        luka schedule add 450000 arriendo --every month --from 2025-05-05
        luka schedule add 359990 ropa --instalments 12 --account Tarjeta --payee Tienda
        luka schedule add 50000 --to Ahorro --every month --account Corriente
        luka schedule add 8000 suscripciones --rule "FREQ=MONTHLY;BYDAY=1MO" --times 6
help-schedule-edit = Cambiar una programación; lo que anotó queda
    .new-amount = El nuevo monto
    .to-account = Transferir a esta cuenta
    .untags = Quitar una etiqueta; se puede repetir
    .every = Cada cuánto
    .rule = Cada cuánto, como regla de la RFC 5545
    .until = No después de este día
    .times = Sólo tantas veces en total
help-schedule-rm = Borrar una programación; lo que anotó queda
help-schedule-skip = Dejar pasar la próxima vez
help-schedule-run = Anotar todo lo pendiente, en un solo paso
    .until = Hasta este día; si no, hoy
    .examples =
        luka schedule run --dry-run
        luka schedule run --until 2025-12-31

help-rule = Reglas: qué poner en las filas importadas
    .more = Las reglas se consultan en su orden; gana la primera que pone un campo, y se agregan las etiquetas de todas las que calzan. Los metadatos de la transacción dicen qué regla fue.
help-rule-list = Listar reglas en el orden en que se consultan
help-rule-add = Agregar una regla
    .terms = Lo que debe cumplirse: texto libre, payee: memo: amt: acct: date: day:, /patrones/, con not: delante de cualquiera
    .set-category = La categoría que se pone
    .set-payee = La contraparte que se pone
    .set-memo = La nota que se pone
    .add-tags = Una etiqueta que se agrega; se puede repetir
    .set-splits = Una parte para otra categoría, 30% o un monto; se puede repetir
    .set-transfer = La otra cuenta propia: la fila es un lado de un traspaso
    .no-splits = Sin partes
    .called = Un nombre para la regla
    .position = Su lugar entre las reglas, la 1 se consulta primero; si no, la última
    .examples =
        luka rule add payee:uber --set-category Transporte
        luka rule add "compra farmacia" "amt:<20000" --set-category Salud --add-tag familia
        luka rule add "payee:/^costco/" day:1..10 --set-category Comida --set-split Hogar=30%
        luka rule add "traspaso a ahorro" --set-transfer Ahorro
help-rule-edit = Cambiar una regla, o su lugar
    .rule = El nombre de la regla, su id, o sus primeros caracteres
    .terms = Otras condiciones en vez de todas las que tiene
    .set-category = La categoría que se pone; un texto vacío no pone ninguna
    .set-payee = La contraparte que se pone; un texto vacío no pone ninguna
    .set-memo = La nota que se pone; un texto vacío no pone ninguna
    .add-tags = Una etiqueta más que se agrega; se puede repetir
    .set-splits = Estas partes en vez de todas las que tiene
    .no-splits = Sin partes de ahora en adelante
    .set-transfer = La otra cuenta propia; un texto vacío no pone ninguna
    .no-tags = No agregar más esta etiqueta; se puede repetir
    .called = Otro nombre
    .position = Otro lugar; la 1 se consulta primero
help-rule-rm = Borrar una regla; lo que puso queda
    .rule = El nombre de la regla, su id, o sus primeros caracteres
help-rule-test = Mostrar qué cambiarían las reglas en las transacciones que hay
    .words = Primero una regla (una palabra sin dos puntos; todas las reglas si se omite), luego términos de búsqueda
    .examples =
        luka rule test
        luka rule test 7k2 date:2025
