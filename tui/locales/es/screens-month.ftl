### El mes y los informes.

head-balances = Saldos
head-spending = Gastos por categoría

say-against = frente a { $month }
say-against-days = frente a 1–{ $day } { $month }
say-empty-ledger = Aquí no hay nada todavía. Así se empieza:
say-first-accounts = ver y crear cuentas
say-first-entry = anotar un gasto, un ingreso o un ahorro
say-first-help = todo lo que se puede hacer aquí
say-first-import = traer un archivo del banco
say-nothing-spent = Este mes no se gastó nada.
say-of = { $part } de { $whole }
say-so-far = { $month }, hasta hoy

why-no-later = más adelante no hay nada todavía

word-also = Además:
word-better = mejor
word-same = igual
word-worse = peor
