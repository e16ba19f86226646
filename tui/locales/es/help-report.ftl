### Ayuda de los informes.

help-report = Informes: qué entró, qué salió, qué queda
    .more = Sin --in, los montos en otras monedas que la principal tienen una tabla propia ("other_currencies" en JSON). Los términos sobre aquello de lo que un informe tiene filas limitan las filas; los demás eligen transacciones.
    .examples =
        luka report monthly
        luka report categories --period mes-pasado
        luka report networth --from 2024-01-01 --in USD
        luka report register Corriente --format csv
help-report-monthly = Ingresos, gastos, ahorro y neto de cada mes
    .year = El año; si no, éste
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report monthly --year 2025
        luka report monthly --period ultimos-90-dias cat:comida
help-report-categories = El total de cada categoría; este mes si no se nombran días
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report categories --period 2025-q1
        luka report categories acct:tarjeta --in USD
help-report-balance = El saldo de cada cuenta en un día
    .currency = Convertido a esta moneda por el último precio; si no, cada uno en la suya
    .examples =
        luka report balance --date 2024-12-31
        luka report balance --in USD
help-report-register = Las partidas de una cuenta o categoría con el saldo corrido
    .account = La cuenta o categoría; las que contiene se muestran también
    .limit = Sólo las últimas tantas filas
    .currency = Convertido a esta moneda por el precio del día de cada fila
    .examples =
        luka report register Corriente --period este-mes
        luka report register Comida --limit 20 payee:jumbo
help-report-income = El estado de resultados; este año si no se nombran días
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report income --period ano-pasado
help-report-balance-sheet = El balance: lo que se tiene, se debe y se vale
    .currency = Convertido a esta moneda por el último precio; si no, cada uno en la suya
    .examples =
        luka report balance-sheet --date 2024-12-31
help-report-networth = El patrimonio a fin de cada mes; los últimos doce si no se dice otra cosa
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report networth --period siempre
        luka report networth --from 2024-01-01 --in USD
help-report-cashflow = Lo que entró y salió de las cuentas cada mes; los traspasos no cuentan
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report cashflow --period ano-pasado
help-report-budget = Presupuesto contra lo real; los períodos de hoy si no se nombran días
    .currency = Convertido a esta moneda por el precio del último día de cada período
    .more = Cada presupuesto tiene sus propios períodos: cuentan los que comienzan en los días nombrados, o el que los contiene si ninguno comienza ahí.
    .examples =
        luka report budget
        luka report budget --period last-month cat:comida
help-report-goals = Cuánto lleva cada meta, y cuánto pide al mes para llegar a tiempo
    .examples =
        luka report goals
help-report-payees = Lo gastado con cada contraparte; este mes si no se nombran días
    .limit = Sólo las tantas mayores
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report payees --period 2025 --limit 10
help-report-trend = Una categoría mes a mes; los últimos doce meses si no se dice otra cosa
    .currency = Convertido a esta moneda por el precio al fin de cada mes
    .examples =
        luka report trend Comida --period 2024
