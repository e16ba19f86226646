### Cuentas, categorías, contrapartes, metas, conciliar.

ask-payee = algunas letras del nombre …

head-last-day = Última
head-months = 12 meses
head-status-short = Es

label-description = Descripción
label-difference = Diferencia
label-inside = Dentro de
label-into = Con
label-name = Nombre
label-opening = Tiene ahora
label-reconciled-before = Conciliado antes
label-statement = Cartola al { $date }
label-statement-balance = Su saldo
label-statement-date = Día de la cartola
label-ticked = Tildadas: { $n } de { $of }

say-agrees = Todo calza: Enter termina.
say-aliases = Nombres con que la conocen los archivos del banco, separados por comas.
say-goal-amounts = { $current } de { $target }
say-goal-late = faltan { $remaining } desde el { $date }
say-goal-missing = faltan { $remaining }, sin fecha
say-goal-pace = { $amount } por mes hasta el { $date }
say-goal-reached = lograda
say-goal-then = quedaría en { $then } de { $target }
say-merge = Todo lo de { $name } pasa a la otra, y { $name } desaparece. Deshacer la trae de vuelta.
say-month-average = { $amount } por mes en promedio
say-no-accounts = Aún no hay cuentas: n crea una.
say-no-categories = Aún no hay categorías: n crea una.
say-no-goals = Aún no hay metas de ahorro: n crea una.
say-no-payees = Aún no hay contrapartes. Llegan con las transacciones, o n crea una.
say-no-statement = Enter pregunta el día y el saldo de la cartola; Esc vuelve.
say-nothing-open = Hasta ese día ya está todo conciliado.
say-nothing-ticked = Nada está tildado: no hay nada que marcar.
say-own-balance = { $amount } de eso son suyos
say-payees = { $n ->
    [one] 1 contraparte
   *[other] { $n } contrapartes
    }
say-postings = { $n ->
    [one] 1 movimiento
   *[other] { $n } movimientos
    }
say-statement = ¿Hasta qué día llega la cartola, y qué saldo dice el banco que había?
say-statement-less = { $amount } menos en la cartola
say-statement-more = { $amount } más en la cartola

tell-goal-removed = Se eliminó { $name } con sus aportes; u la trae de vuelta
tell-reconciled = { $n ->
    [one] { $account } conciliada en { $balance }: 1 movimiento marcado
   *[other] { $account } conciliada en { $balance }: { $n } movimientos marcados
    }

title-aliases = Otros nombres de { $name }
title-change = Cambiar { $name }
title-contribute = Aportar a { $name }
title-contributions = Aportes
title-equity = Capital
title-merge = Unir { $name } con otra
title-new-account = Cuenta nueva
title-new-category = Categoría nueva
title-new-goal = Meta de ahorro nueva
title-new-payee = Contraparte nueva
title-rename = Renombrar { $name }
title-statement = Conciliar { $name }

why-account-closed = esta cuenta está cerrada; c la reabre
why-busy = se está guardando
why-choose-account = vaya primero a una cuenta; este es el título de su tipo
why-choose-category = vaya primero a una categoría; este es el título de su tipo
why-goal-closed = esta meta está cerrada; c la reabre
why-latest-month = este es el mes actual
why-nothing-to-merge = no hay otra con la que se pueda unir

word-by-day = la última primero
word-by-match = la más parecida primero
word-by-month = el mayor del mes primero
word-by-name = por nombre
word-by-use = la más usada primero
label-decimals = Decimales
say-new-currency = una moneda nueva: tantas cifras después de la coma
say-currency-unknown = no se conoce esta moneda; escriba unas letras de su código, como CLP o USD
