### Las palabras de las acciones: la línea de abajo, `?`, la paleta, la página de las teclas.

act-accept = ingresarlas
act-add = agregar
act-add-split = dividir: otra línea
act-add-transfer = transferir
act-back = volver
act-bulk = cambiar varias
act-cancel = dejarlo
act-change = cambiar
act-clear-filter = quitar el filtro
act-close = cerrar o reabrir
act-confirm = tomar, seguir
act-contribute = aportar
act-copy-command = copiar el comando
act-delete = eliminar
act-details = detalles
act-down = abajo
act-duplicate = otra vez, hoy
act-edit = editar
act-filter = filtrar
act-finish-reconcile = terminar
act-first = primera
act-flip = cambiar el veredicto
act-fold = plegar
act-go-accounts = cuentas
act-go-categories = categorías
act-go-goals = metas de ahorro
act-go-history = historial
act-go-home = el mes
act-go-import = importar
act-go-payees = contrapartes
act-go-reports = informes
act-go-settings = ajustes
act-go-transactions = transacciones
act-help = ayuda
act-hide-amounts = ocultar o mostrar montos
act-import-options = cómo se lee el archivo
act-jobs = qué está en curso
act-last = última
act-lock = bloquear
act-look-around = mirar con datos inventados
act-mark = marcar
act-mark-all = marcar todas o ninguna
act-merge = unir con otra
act-narrow = más corto
act-new-account = cuenta nueva
act-new-category = categoría nueva
act-new-goal = meta nueva
act-new-payee = contraparte nueva
act-next-choice = opción siguiente
act-next-field = campo siguiente
act-next-period = después
act-next-report = informe siguiente
act-open = abrir
act-page-down = página abajo
act-page-up = página arriba
act-palette = buscar una acción
act-previous-choice = opción anterior
act-previous-field = campo anterior
act-previous-period = antes
act-previous-report = informe anterior
act-quit = salir
act-reconcile = conciliar
act-reconcile-again = otro saldo
act-redo = rehacer
act-redraw = dibujar de nuevo
act-register = sus transacciones
act-rename = renombrar
act-reset = volver a lo usual
act-rows = ver las filas
act-save = guardar
act-sort = invertir el orden
act-status = estado
act-suspend = dormir (volver al shell)
act-tick = tildar
act-tick-all = tildar todas o ninguna
act-undo = deshacer
act-undo-to-here = deshacer hasta aquí
act-up = arriba
act-widen = más largo

## Dónde valen las teclas

title-accounts = Cuentas
title-categories = Categorías
title-everywhere = En todas partes
title-forms = Formularios
title-goals = Metas de ahorro
title-help = Qué se puede hacer: { $page }
title-history = Historial
title-home = El mes
title-import = Importar
title-lists = Listas
title-palette = Buscar una acción
title-payees = Contrapartes
title-reconcile = Conciliar
title-reports = Informes
title-settings = Ajustes
title-transactions = Transacciones
title-welcome = Le damos la bienvenida a LukaLibre

## Por qué una acción no se puede ahora

why-elsewhere = eso funciona en otra pantalla
why-locked = primero hay que abrir el libro
why-no-account = primero elija una cuenta: g a, luego enter
why-no-filter = no hay filtro que quitar
why-no-job = no hay nada en curso
why-no-rows = aquí no hay filas

## La página de las teclas

title-keys = Teclas
say-keys-intro = `?` muestra las teclas de la pantalla en que se está, `:` busca cualquier acción por sus palabras. Cada una puede tener otras teclas en `config.toml`, por su nombre; varias se separan con ` | `:
head-command = Lo mismo en la línea de comandos
head-does = Qué hace
