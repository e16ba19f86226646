### Las pantallas.

ask-filter = contraparte, nota, cat:comida, amt:>100, date:2025-03 …
ask-narrow = escriba para acotar, Enter lo hace
error-interrupted = se detuvo; nada cambió
error-keymap-action = `{ $name }` en [keys] no es una acción
hint-keymap-action = la página de las teclas en la guía lista las acciones
error-keymap-key = `{ $key }` no es una tecla, para `{ $action }` en [keys]
hint-keymap-key = las teclas se escriben como `x`, `ctrl-x`, `alt-x`, `pgdn`, `g h`; varias se separan con ` | `
error-keymap-conflict = la tecla `{ $key }` es para `{ $one }` y para `{ $other }`
hint-keymap-conflict = dé otra tecla a una de las dos en [keys]
error-needed = esto hace falta
error-nothing-to-set = complete lo que hay que cambiar
error-terminal = no se puede usar el terminal
hint-config-ascii = true o false
hint-config-idle-lock = escriba un lapso como 10m o 1h, o never para nunca
hint-config-theme = uno de dark, light, contrast, ansi, plain

label-from = Desde
label-language = Idioma
label-new-kind = Nueva, como
label-passphrase = Frase de paso
label-passphrase-again = Otra vez
label-received = Recibido
label-split = División
label-split-amount = …monto
label-tag = Etiquetar
label-to = Hacia
label-untag = Quitar etiqueta

say-bulk = Lo que queda vacío no cambia. Deshacer lo revierte todo.
say-choose = elija una de la lista
say-copied = Copiado: { $command }
say-good-passphrase = una buena frase de paso
say-job-cancel = Sigue por sí solo. x lo cancela, y nada cambia.
say-loading = Un momento …
say-many-legs = Tiene partidas para las que aquí no hay campos: quedan como están, y se copian si registra la transacción de nuevo.
say-marked = { $n ->
    [one] 1 marcada
   *[other] { $n } marcadas
    }
say-new-payee = una contraparte nueva
say-no-command = No hay un comando para esto.
say-no-matches = Nada coincide. Esc muestra todo de nuevo.
say-nothing-found = no se encontró nada
say-opening = abriendo …
say-received-needed = ¿cuánto llegó? las monedas son distintas
say-received-same = solo si las monedas son distintas
say-recovery-close = Anótelo en papel. Se muestra solo ahora. Enter cierra esto.
say-recovery-why = Si la frase de paso se olvida, solo este código de recuperación abre el libro:
say-rest = de eso { $rest } tras las divisiones
say-rows = { $n ->
    [one] 1 fila
   *[other] { $n } filas
    }
say-saving = guardando …
say-step = { $bar } { $percent } %, { $done } de { $of }
say-too-small = Esta ventana es muy chica: LukaLibre necesita 40 columnas y 12 filas.
say-unlock = Su frase de paso abre el libro.
say-welcome = Su plata se queda en este computador, cifrada con una frase de paso que solo usted conoce. Ctrl-D mira primero con datos inventados.

tell-bulk = { $n ->
    [0] No había nada que cambiar
    [one] 1 transacción cambiada
   *[other] { $n } transacciones cambiadas
    }
tell-changed = Cambiada: { $line }
tell-redone = Rehecho: { $what }
tell-removed = { $n ->
    [one] 1 transacción eliminada; u la trae de vuelta
   *[other] { $n } transacciones eliminadas; u las trae de vuelta
    }
tell-saved = Guardada: { $line }
tell-unchanged = Nada cambió
tell-undone = Deshecho: { $what }

title-add = Agregar
title-bulk = { $n ->
    [one] Cambiar 1 fila
   *[other] Cambiar { $n } filas
    }
title-details = Detalles
title-edit = Editar
title-jobs = Qué está en curso
title-recovery-code = Código de recuperación
title-transfer = Transferir
title-unlock = Abrir el libro

word-asset = activo
word-cleared = confirmada
word-demo = datos inventados
word-equity = patrimonio
word-expense = gasto
word-hidden = montos ocultos
word-income = ingreso
word-liability = pasivo
word-no-starter = ninguna
word-pending = pendiente
word-reconciled = conciliada
word-saving = ahorro
word-starter = algunas para empezar
word-unchanged = como está
word-unmarked = sin marca

word-monday = lunes
word-tuesday = martes
word-wednesday = miércoles
word-thursday = jueves
word-friday = viernes
word-saturday = sábado
word-sunday = domingo
