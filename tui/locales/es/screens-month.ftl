### El mes y los informes.

head-balances = Saldos
head-equity = Capital
head-last-months = Los últimos meses
head-spending = Gastos por categoría
head-year = Año

say-against = contra { $month }
say-against-days = contra 1–{ $day } { $month }
say-all-in = todo en { $code }
say-empty-ledger = Aquí no hay nada todavía. Así se empieza:
say-first-accounts = ver y crear cuentas
say-first-entry = anotar un gasto, un ingreso o un ahorro
say-first-help = todo lo que se puede hacer aquí
say-first-import = traer un archivo del banco
say-nothing-spent = Este mes no se gastó nada.
say-of = { $part } de { $whole }
say-on-day = al { $day }
say-other-payees = { $n ->
    [one] 1 más
   *[other] { $n } más
    }
say-so-far = { $month }, hasta hoy
say-up-to = hasta { $amount }

title-report-balance-sheet = Balance
title-report-balances = Saldos
title-report-cashflow = Flujo de caja
title-report-income = Resultados
title-report-monthly = Meses
title-report-networth = Patrimonio
title-report-trend = Evolución
title-trend-of = ¿Evolución de qué categoría?

why-a-sum = esto es una suma: elija una de las líneas que la forman
why-all-time = se muestra todo el tiempo: - lo acorta
why-narrowest = aquí no puede ser más corto
why-no-later = más adelante no hay nada todavía
why-one-currency = este libro tiene una sola moneda
why-widest = aquí no puede ser más largo

word-all-time = todo el tiempo
word-also = Además:
word-average-month = Promedio mensual
word-better = mejor
word-everything = todo
word-month = mes
word-quarter = trimestre
word-same = igual
word-twelve-months = 12 meses
word-worse = peor
word-year = año
say-making-ledger = Se está creando el libro. Derivar su llave tarda un momento, a propósito.
say-rates-of = a precios del { $day }
say-rates-of-ends = a precios del fin de cada mes
