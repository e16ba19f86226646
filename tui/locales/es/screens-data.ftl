### Archivos del banco, el historial, los ajustes.

## Los ajustes

label-config-ascii = Glifos
label-config-color = Colores
label-config-currency = Moneda de libros nuevos
label-config-idle-lock = Bloquear sin uso tras
label-config-keep-daily = Respaldos: días
label-config-keep-last = Respaldos: últimos
label-config-keep-monthly = Respaldos: meses
label-config-keep-weekly = Respaldos: semanas
label-config-keep-yearly = Respaldos: años
label-config-limit = Filas de `luka list`
label-config-max-age = Respaldo viejo tras
label-config-theme = Tema
label-config-ttl = `luka unlock` guarda la llave
label-new-passphrase = Frase de paso nueva
label-old-passphrase = Frase de paso actual

head-action = Acción
head-keys = Teclas
head-place = Dónde
head-setting = Ajuste

say-after-recovery = El código de recuperación abrió el libro. Elija ahora una frase de paso nueva; Esc deja la anterior.
say-config-ascii = Si líneas, barras y flechas se dibujan con signos que no son ASCII.
say-config-color = Cuándo la línea de comandos escribe en colores; `never` también los quita de estas pantallas.
say-config-currency = La moneda principal de un libro que crea `luka init`.
say-config-idle-lock = Tras ese tiempo sin teclas, estas pantallas olvidan la llave y piden la frase de paso; con `never` quedan abiertas.
say-config-keep = De cuántos queda una versión tras `luka backup prune`. La más nueva y la más nueva probada siempre quedan.
say-config-language = El idioma de estas pantallas y de la línea de comandos.
say-config-limit = Cuántas filas muestra `luka list` si no se indica.
say-config-max-age = Cuando el último respaldo a un remoto es más viejo, `luka backup status` y `luka doctor` lo dicen.
say-config-theme = Los colores de estas pantallas.
say-config-ttl = Cuánto tiempo `luka unlock` guarda la llave si no se indica.
say-passphrases-same = son iguales
say-passwd = Solo se envuelve la llave de nuevo; el libro queda como está. Los respaldos anteriores se abren con la frase de paso de antes.
say-press-enter-key = Enter, luego la tecla nueva
say-press-key = Presione la tecla nueva:
say-press-key-how = Enter la toma, Backspace empieza de nuevo, Esc la deja como estaba.
say-usual = lo usual es { $usual }

title-passphrase = Cambiar la frase de paso
title-settings-keys = Teclas
title-settings-values = Valores

error-key-unwritable = la configuración no sabe escribir `{ $key }`: nada cambió
error-key-taken = `{ $key }` sería para «{ $one }» y para «{ $other }»: nada cambió

why-usual-already = eso ya es lo usual

word-ascii-no = todos
word-ascii-yes = solo ASCII
word-colour-always = siempre
word-colour-auto = en un terminal
word-colour-never = nunca
word-never = nunca
word-config-all = las que caben bien
word-own = propio
word-theme-ansi = los 16 colores del terminal
word-theme-contrast = alto contraste
word-theme-dark = oscuro
word-theme-light = claro
word-theme-plain = sin colores
word-usual = usual

## Abrir el libro

label-recovery-code = Código
hint-unlock-code = intente de nuevo; Tab lo abre con el código de recuperación
say-unlock-code = El código de recuperación anotado en papel también abre el libro; luego elegirá una frase de paso nueva.

## El historial

head-about = Sobre
label-thing-name = Nombre
label-thing-parent = Dentro de
say-more-changes = { $n ->
    [one] … y 1 cambio más
   *[other] … y { $n } cambios más
    }
say-no-history = Todavía no hay cambios.
say-on-device = en el equipo { $device }
say-operation = número { $sequence }
say-steps = { $n ->
    [1] U lo deshace
   *[other] U deshace { $n } operaciones, hasta esta
    }
why-ground = eso es lo que creó el libro
why-taken-back = eso ya se deshizo; ctrl-r lo trae de vuelta mientras sea lo último
why-undo-itself = eso mismo es un deshacer o un rehacer; elija lo que movió
word-kind-account = Cuenta
word-kind-batch = Archivo del banco
word-kind-contribution = Aporte
word-kind-currency = Moneda
word-kind-goal = Meta de ahorro
word-kind-payee = Contraparte
word-kind-price = Precio
word-kind-row = Fila del banco
word-kind-tag = Etiqueta
word-kind-transaction = Transacción
word-nothing = nada
word-was-changed = cambió
word-was-made = se creó
word-was-removed = se eliminó
word-taken-back = deshecho

## Archivos del banco

ask-file = unas letras, o una ruta como ~/Descargas
ask-rows-account = ¿De qué cuenta son las filas?
ask-two-readings = `{ $example }` tiene dos lecturas y ninguna fila lo aclara. ¿Cuál es?

error-file-changed = el archivo cambió desde que se juzgaron sus filas: no se importó nada
hint-file-changed = mírelo de nuevo: esc, luego enter


label-columns = Columnas
label-fees = Comisiones
label-matches = A mano
label-profile = Perfil
label-reasons = Por qué
label-signs = Signos

say-account-before = como el último archivo de esta forma
say-account-currency = tiene la moneda del archivo
say-account-last = la última cuenta usada: e elige otra
say-account-named = como dice el archivo
say-account-said = como usted eligió
say-count-bad = { $n ->
    [one] fila ilegible
   *[other] filas ilegibles
    }
say-count-known = { $n ->
    [one] fila ya era conocida
   *[other] filas ya eran conocidas
    }
say-count-left-out = { $n ->
    [one] fila omitida
   *[other] filas omitidas
    }
say-count-matched = { $n ->
    [one] fila confirma una anotada a mano
   *[other] filas confirman anotadas a mano
    }
say-count-new = { $n ->
    [one] fila ingresada
   *[other] filas ingresadas
    }
say-count-review = { $n ->
    [one] fila espera: la próxima importación pregunta
   *[other] filas esperan: la próxima importación pregunta
    }
say-empty-folder = Esta carpeta está vacía.
say-enter-rows = Enter muestra las filas.
say-import-done = u lo deshace todo, Esc sigue con otro archivo.
say-is-another = Otra cosa que la que anotó el { $day } ({ $what }): también se ingresa.
say-is-entry = La misma que anotó el { $day } ({ $what }); la confirma.
say-known-row = Conocida por un archivo anterior. Espacio la ingresa otra vez.
say-left-out = Usted la omite esta vez. Espacio la toma.
say-looks-like = Parece la que anotó el { $day } ({ $what }). Espacio: es la misma, es otra.
say-more-files = … y { $n } más
say-rows-beyond = { $n } filas más no se muestran
say-no-text = Esto no es texto.
say-not-known = Ningún archivo anterior la trajo. Espacio la omite.
say-once-more = Ya conocida, y se ingresa otra vez.
say-reading = Leyendo { $file } …
say-warnings = { $n ->
    [one] 1 advertencia: i
   *[other] { $n } advertencias: i
    }

tell-imported = { $n ->
    [one] 1 fila importada; u la deshace
   *[other] { $n } filas importadas; u las deshace
    }

title-how-read = Cómo se leyó
title-import-options = Cómo se lee el archivo

why-choosing-files = eso funciona mientras se elige un archivo: esc lleva ahí
why-no-file = primero abra un archivo
why-nothing-sure = no hay nada nuevo que sea seguro; espacio decide sobre una fila
why-unreadable = una fila ilegible no se puede tomar

word-as-found = según archivo
word-day-first = primero el día
word-decimal-comma = coma: 1.234,56
word-decimal-point = punto: 1,234.56
word-fees-apart = además del monto
word-fees-within = dentro del monto
word-group-all = todas
word-group-bad = ilegibles
word-group-known = conocidas
word-group-new = nuevas
word-line = línea { $line }
word-matches-merge = las mismas
word-matches-new = otra cosa
word-matches-review = decido yo
word-month-first = primero el mes
word-signs-in = como están
word-signs-out = al revés
word-year-first = primero el año
say-again-leaves = { $what } La misma tecla otra vez sale.
say-form-unsaved = Lo que escribió aún no está guardado.
say-decisions-kept = { $n ->
    [one] 1 decisión sobre { $files } aún no está importada.
   *[other] { $n } decisiones sobre { $files } aún no están importadas.
    }
act-waiting = filas en espera
ask-columns = No se reconocieron todas las columnas de este archivo. ¿Cuál es cuál? Lo que quede vacío no se lee.
error-no-table = este archivo no tiene columnas
label-save-profile = Guardar perfil
say-column-needed = necesita una columna; de los montos, una para todos, o una para cargos o abonos
say-column-twice = esta columna ya está elegida
say-profile-taken = ya hay un perfil con ese nombre; elija otro
say-waiting = { $n ->
    [one] 1 fila espera: w
   *[other] { $n } filas esperan: w
    }
tell-profile-saved = Se guardó el perfil { $name }: los archivos con estas columnas se leen con él.
title-import-columns = Qué son las columnas
why-nothing-waits = nada espera una decisión
word-columns-said = como yo diga
label-thing-active = Activa
label-thing-closed = Cerrada
label-thing-base = Precio de
word-yes = sí
word-no = no

## How the daemon paces itself

label-config-sync-quiet = Servicio: calma antes de respaldar
label-config-sync-at-most = Servicio: a más tardar tras
label-config-sync-poll = Servicio: mirar cada
label-config-sync-verify-every = Servicio: verificar cada
label-config-sync-prune = Servicio: terminar viejas
label-config-sync-retry-first = Servicio: primer reintento tras
label-config-sync-retry-most = Servicio: último reintento tras
say-config-sync = El ritmo de luka-syncd; lo lee al empezar, y con SIGHUP.
label-config-server-url = Servidor de cuentas
label-config-server-pin = Servidor de cuentas: su clave
say-config-server-url = Adónde va `luka login` cuando nadie lo dice. Sin servidor todo queda en esta máquina.
say-config-server-pin = El resumen de la clave del servidor, si esta máquina no conoce su certificado: sha256//…
word-config-none = ninguno

title-review = Revisión
title-category-of = ¿Qué categoría?
word-all-kinds = Todo lo que espera
say-waiting-count = { $n ->
    [one] 1 espera
   *[other] { $n } esperan
    }
say-waits-here = { $n ->
    [one] 1 espera revisión: g v
   *[other] { $n } esperan revisión: g v
    }
tell-decided-one = Decidido: { $line }
tell-decided = { $n ->
    [one] 1 decidida
   *[other] { $n } decididas
    }
why-no-category = con esto no se puede dar una categoría
why-nothing-proposed = nada se propone sobre esto: e le da una categoría
why-nothing-suggested = no espera nada que solo fue sugerido
