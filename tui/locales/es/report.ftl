### Las palabras de los informes, y lo que puede salir mal con ellos.

error-report-currency = El libro no conoce la moneda { $code }
hint-report-currency = `luka currency list` muestra las monedas, `luka currency add` crea una
error-account-closed = la cuenta `{ $name }` está cerrada
error-nothing-named = no hay nada llamado `{ $name }`
error-no-such-id = ningún id empieza con `{ $id }`
error-ambiguous-id = varios ids empiezan con `{ $id }`

say-unconverted = No hay precio para convertir { $currencies }: esos montos se muestran en su propia moneda. Agregue uno con `luka price add`.
say-nothing-to-report = No hay nada que informar en esos días.

head-account = Cuenta
head-amount = Monto
head-assets = Activos
head-balance = Saldo
head-category = Categoría
head-date = Fecha
head-expense = Gastos
head-goal = Meta
head-id = Id
head-in = Entra
head-income = Ingresos
head-kind = Tipo
head-liabilities = Pasivos
head-memo = Nota
head-missing = Falta
head-month = Mes
head-net = Neto
head-net-worth = Patrimonio neto
head-other = Otros
head-out = Sale
head-payee = Contraparte
head-per-month = Por mes
head-progress = Avance
head-saved = Ahorrado
head-saving = Ahorro
head-spent = Gastado
head-target = Objetivo
head-total = Total
head-transactions = Transacciones
head-until = Hasta
head-with-children = Con subcategorías

word-average = Promedio
word-exchange = Cambio de moneda
word-kind-asset = activo
word-kind-equity = capital
word-kind-expense = gasto
word-kind-income = ingreso
word-kind-liability = pasivo
word-kind-saving = ahorro
word-no-payee = (sin contraparte)
word-opening = Saldo anterior
word-retained = Resultados acumulados
word-total = Total
word-total-assets = Activos
word-total-liabilities = Pasivos
