### Ayuda de los comandos que guardan nombres: cuentas, categorías, contrapartes, etiquetas, metas, monedas.

help-account = Cuentas: dónde está el dinero
help-account-list = Listar cuentas con sus saldos
    .date = Los saldos de este día
help-account-add = Agregar una cuenta
    .name = Su nombre; Banco:Corriente la hace parte de Banco
    .kind = Su clase
    .currency = Su moneda; si no, la principal
    .opening = Lo que tiene al comenzar
    .date = El día del saldo inicial; si no, hoy
    .examples =
        luka account add Corriente --kind asset --opening 250000
        luka account add Visa --kind liability --currency USD
help-account-edit = Cambiar una cuenta
help-account-rm = Borrar una cuenta sin partidas
help-account-close = Cerrar una cuenta: no recibe partidas nuevas
help-account-reopen = Reabrir una cuenta cerrada
help-account-rename = Renombrar una cuenta
help-account-merge = Mover todas las partidas de una cuenta a otra, y borrar la primera
    .from = La cuenta que se va
    .into = La cuenta que queda

help-category = Categorías: para qué fue el dinero
help-category-list = Listar categorías
help-category-add = Agregar una categoría
    .name = Su nombre; Comida:Supermercado la hace parte de Comida
    .kind = Su clase
    .examples =
        luka category add Supermercado --kind expense --parent Comida
help-category-edit = Cambiar una categoría
help-category-rm = Borrar una categoría sin partidas
help-category-close = Cerrar una categoría: no recibe partidas nuevas
help-category-reopen = Reabrir una categoría cerrada
help-category-rename = Renombrar una categoría
help-category-merge = Mover todas las partidas de una categoría a otra, y borrar la primera
    .from = La categoría que se va
    .into = La categoría que queda

help-payee = Contrapartes: a quién se pagó, o quién pagó
help-payee-list = Listar contrapartes
    .text = Sólo nombres con este texto
help-payee-add = Agregar una contraparte
    .name = Su nombre
    .aliases = Otro nombre, como lo escriben las cartolas; se puede repetir
help-payee-edit = Cambiar una contraparte
    .aliases = Agregar otro nombre; se puede repetir
    .unaliases = Quitar otro nombre; se puede repetir
help-payee-rm = Borrar una contraparte que ninguna transacción tiene
help-payee-rename = Renombrar una contraparte
help-payee-merge = Dar todas las transacciones de una contraparte a otra, y borrar la primera
    .from = La contraparte que se va
    .into = La contraparte que queda

help-tag = Etiquetas: palabras que agrupan transacciones
help-tag-list = Listar etiquetas
    .text = Sólo nombres con este texto
help-tag-add = Agregar una etiqueta
    .name = Su nombre
help-tag-edit = Cambiar una etiqueta
help-tag-rm = Quitar una etiqueta de todas las transacciones
help-tag-rename = Renombrar una etiqueta
help-tag-merge = Reemplazar una etiqueta por otra, y borrar la primera
    .from = La etiqueta que se va
    .into = La etiqueta que queda

help-goal = Metas de ahorro
help-goal-list = Listar metas con lo ahorrado
    .all = También las inactivas
help-goal-show = Mostrar una meta y sus aportes
help-goal-add = Agregar una meta
    .name = Su nombre
    .date = Para cuándo: 2026-12-31
    .examples =
        luka goal add "Bicicleta nueva" --target 450000 --date 2026-12-31
help-goal-edit = Cambiar una meta
    .date = Para cuándo
    .no-date = Sin fecha
help-goal-rm = Borrar una meta y sus aportes
help-goal-close = Desactivar una meta: no recibe aportes
help-goal-reopen = Reactivar una meta
help-goal-contribute = Apartar dinero para una meta
    .goal = La meta
    .amount = Cuánto; un monto negativo lo saca de nuevo
    .transaction = La transacción que movió el dinero
    .examples =
        luka goal contribute "Bicicleta nueva" 50000 --memo "del bono"

help-currency = Monedas
help-currency-list = Listar las monedas del libro
    .all = También todas las incorporadas
help-currency-add = Agregar una moneda
    .decimals = Cuántos decimales tiene; de las incorporadas se sabe
    .examples =
        luka currency add USD
        luka currency add PUNTOS --decimals 0 --symbol ★
help-currency-edit = Cambiar una moneda
    .default = Hacerla la moneda principal
help-currency-rm = Borrar una moneda que nada usa

help-price = Precios: lo que vale una moneda en otra, en un día
help-price-list = Listar precios, el más nuevo primero
    .currency = Sólo los de esta moneda
    .period = Sólo estos días
help-price-add = Agregar un precio
    .currency = La moneda de la que es el precio
    .rate = Lo que cuesta una unidad
    .quote = En esta moneda; si no, la principal
    .examples =
        luka price add USD 950
        luka price add CLF 37856,12 CLP --date 2025-03-31
help-price-edit = Cambiar un precio
    .rate = Lo que cuesta una unidad
help-price-rm = Borrar un precio
