### Qué falló, en una frase, y qué hacer.

word-error = error
word-hint = pista
word-or = o

hint-did-you-mean = ¿quizás { $names }?
hint-help = vea `{ $command } --help`
hint-choice = elija entre: { $values }
hint-yes = agregue --yes para responder que sí
hint-remove = mírelo, y bórrelo si no es suyo: { $path }

## La línea de comandos

usage-no-value = { $option } necesita un valor
usage-value = `{ $value }` no es un valor para { $option }
usage-unknown = no existe la opción o el argumento `{ $argument }`
usage-unknown-command = no existe el comando `{ $command }`
usage-missing-command = a este comando hay que decirle qué hacer
usage-missing = falta: { $arguments }
usage-conflict = { $one } no se puede usar junto con { $other }
usage-utf8 = un argumento no es UTF-8 válido
usage-count = número equivocado de valores para { $argument }
usage-pair = `{ $value }` no tiene la forma { $option }
error-not-confirmed = esto necesita un sí, y no hay terminal donde preguntar
error-export-format = sólo `luka export` escribe ese formato
hint-export-format = elija entre: table, json, jsonl, csv
hint-duration = escriba un lapso como 8h, 30m o 2d

## Montos y monedas

error-amount = `{ $text }` no es un monto
hint-amount = escriba 4500, 12,50, 1.234.567, 2*4990 o 4.5k
error-two-readings = `{ $text }` se puede leer como { $grouped } o como { $decimal }
hint-two-readings = escriba { $grouped } o { $decimal }
hint-one-reading = escriba { $grouped }, o el otro sin un tercer decimal
error-query-blank = un término de búsqueda no puede estar vacío: dejaría pasar todo
hint-query-blank = omítalo, o diga qué buscar, como cat:comida
error-division-by-zero = un monto no se puede dividir por cero
error-amount-too-large = el monto es demasiado grande
error-sum-too-large = una suma es demasiado grande para contarla
error-two-currencies = { $one } y { $other } no se pueden sumar
error-too-precise = { $digits ->
    [0] { $currency } no tiene decimales, `{ $amount }` sí
    [one] { $currency } tiene 1 decimal, `{ $amount }` tiene más
   *[other] { $currency } tiene { $digits } decimales, `{ $amount }` tiene más
    }
error-currency-code = `{ $text }` no es un código de moneda
hint-currency-code = un código tiene de 2 a 10 letras o cifras, como CLP, USD o BTC
error-unknown-currency = la moneda { $code } no se conoce
hint-unknown-currency = vea `luka currency list --all`; otras se agregan con `luka currency add`
    .screen = escriba unas letras de su código; otra se crea con una cuenta en ella: 3 y luego n

## Fechas y períodos

error-date = `{ $text }` no es una fecha
hint-date = escriba 2025-03-14, hoy, ayer, -3, lunes o 15 (de este mes)
error-impossible-date = { $day } no está en el calendario
error-period = `{ $text }` no es un período
hint-period = escriba 2025, 2025-03, 2025-q1, este-mes, ultimos-90-dias o 2025-01-15..2025-02-14
error-backwards = el período termina el { $to }, antes de empezar el { $from }
hint-backwards = intercambie las dos fechas
error-now = LUKA_NOW es `{ $text }`, que no es un momento
hint-now = escríbalo como en RFC 3339: 2025-03-14T12:00:00Z

## Consultas

error-query-prefix = `{ $prefix }:` no es un término de consulta
hint-query-prefix = los términos empiezan con { $known }, o son texto libre
error-query-empty = `{ $prefix }:` necesita un valor
hint-query-empty = escríbalo sin espacio después de los dos puntos, como cat:comida
error-query-status = `{ $text }` no es un estado
hint-query-status = elija entre: unmarked, pending, cleared, reconciled

## Nombres

error-no-account = no existe la cuenta `{ $name }`
error-no-category = no existe la categoría `{ $name }`
error-no-account-or-category = no existe la cuenta o categoría `{ $name }`
hint-list-accounts = vea `luka account list`
    .screen = elija una de las que se ofrecen bajo el campo; 3 las muestra todas
hint-list-categories = vea `luka category list`; --create expense crea una nueva
    .screen = elija una de las que se ofrecen bajo el campo; 4 las muestra todas, y n allí crea una
error-ambiguous-name = `{ $name }` puede ser varias cosas
error-account-kind = `{ $text }` no es una clase de cuenta
hint-account-kind = elija entre: asset, liability, equity, income, expense, saving
error-name-empty = un nombre no puede estar vacío
error-name-too-long = un nombre puede tener a lo más { $most } caracteres
error-name-control = un nombre no puede contener caracteres de control
error-name-mark = un nombre no puede contener `{ $mark }`
error-id = un id se compone de cifras y las letras a-z sin i, l, o ni u
hint-id = `luka list` muestra los ids; bastan los primeros caracteres
    .screen = quizá se eliminó entretanto; 2 muestra lo que hay

## Transacciones

error-too-few-postings = una transacción necesita al menos dos partidas
error-too-many-postings = una transacción puede tener a lo más { $most } partidas
error-unbalanced = las partidas no suman cero: sobran { $left }
error-bad-cost = el costo de una partida debe estar en otra moneda y tener el signo de la partida
error-memo-too-long = una glosa puede tener a lo más { $most } caracteres

## El libro

error-no-ledger = no hay un libro en { $path }
hint-init = créelo con `luka init`, o indique otro con --ledger
    .screen = empiece de nuevo: donde no hay libro, la bienvenida crea uno
error-ledger-exists = ya hay un libro en { $path }
hint-other-ledger = indique otro directorio con --ledger
    .screen = empiece de nuevo con otro directorio
error-damaged = el archivo del libro está dañado, o no es el de estas llaves
hint-rolled-back = recupere el último respaldo; si puso a propósito una copia más vieja, borre el archivo `head` que está al lado
say-no-head = Falta el archivo `head`, así que no se notaría una copia más vieja del libro; el próximo cambio lo escribe de nuevo.
error-rolled-back = el libro es más viejo de lo que era: se guardó el cambio { $expected }, el archivo termina en { $found }
error-altered-history = la historia del libro fue alterada en el cambio { $sequence }
error-contradiction = las filas del libro contradicen su historia
error-constraint = el libro rechazó una fila que no calza con las demás
error-head-damaged = { $path } está dañado, o pertenece a otro libro
hint-integrity = deje los archivos como están y recupere el último respaldo
error-newer = el libro fue escrito por una versión más nueva de luka
hint-newer = actualice luka
error-busy = otro programa está escribiendo en el libro
hint-busy = intente de nuevo en un momento
error-stale = otro programa cambió eso entretanto
hint-stale = mírelo e inténtelo de nuevo
error-not-standing = ese cambio ya no rige: no se deshizo nada
hint-not-standing = abra de nuevo el historial para ver lo que rige ahora
error-disk-full = el disco está lleno
hint-disk-full = haga espacio e intente de nuevo; nada cambió
error-read-only = no se puede escribir el libro: él, o su disco, es de sólo lectura
hint-read-only = mire los permisos del directorio y el disco
error-no-ids = a este dispositivo no le quedan ids
error-database = la base de datos falló
hint-doctor = ejecute `luka doctor`
    .screen = salga y haga que el comando `doctor` lo examine

## Llaves y secretos

error-wrong-passphrase = frase de paso equivocada
hint-wrong-passphrase = intente de nuevo; con el código de recuperación, `luka passwd --recovery` fija una nueva
    .screen = intente de nuevo; con el código de recuperación se puede fijar una nueva
error-wrong-recovery = este código de recuperación no abre el libro
hint-wrong-recovery = los códigos pertenecen a un solo libro; ¿es éste? Vea --ledger
    .screen = los códigos pertenecen a un solo libro; ¿es éste?
error-no-slot = el libro no tiene código de recuperación
error-kdf-memory = abrir el libro necesita { $mib } MiB de memoria, que no están disponibles
error-empty-passphrase = la frase de paso está vacía
error-foreign-key = la llave pertenece a otro libro
error-cipher = no se pudo sellar la llave
error-no-randomness = el sistema operativo no dio números al azar
error-keys-missing = falta el keys.json del libro
error-keys-damaged = el keys.json del libro está dañado
hint-keys-damaged = recupere keys.json de un respaldo; sin él nadie puede abrir el libro
error-recovery-length = un código de recuperación tiene 35 letras y cifras, no { $found }
error-recovery-character = `{ $character }` nunca es parte de un código de recuperación
error-recovery-mistyped = el código de recuperación está mal escrito: su suma de control no calza
hint-recovery = son siete grupos de cinco; espacios, guiones y mayúsculas no importan
error-secret-empty = { $name } no da una frase de paso: está vacío, es demasiado largo o no es texto
error-secret-command = el comando en { $name } falló
error-no-terminal = el libro está cerrado con llave, y no hay terminal donde preguntar
error-no-new-passphrase = hace falta una frase de paso nueva, y no hay terminal donde preguntar
hint-new-passphrase = apunte { $name } a un archivo que la contenga
hint-secret-source = apunte { $name } a un archivo que la contenga, o ejecute antes `luka unlock` en un terminal

## El agente de llaves

error-agent-foreign = el agente de llaves en { $path } corre como otro usuario
error-agent-nonsense = el agente de llaves dio una respuesta sin sentido
error-agent-broken = la conversación con el agente de llaves se cortó
error-agent-too-long = el tiempo para guardar la llave es demasiado largo
hint-agent-too-long = 31 días es lo más largo: --for 31d
error-agent-full = el agente de llaves ya guarda todas las llaves que puede
error-agent-running = ya hay un agente de llaves
error-agent-start = no se pudo iniciar el agente de llaves
hint-agent-start = mire el directorio de su socket, $XDG_RUNTIME_DIR/lukalibre
hint-agent-again = intente de nuevo
hint-agent-restart = ejecute `luka lock`, luego `luka unlock`

## Archivos

error-symlink = { $path } es un enlace simbólico
hint-symlink = ponga ahí el archivo mismo; los enlaces no se siguen
error-not-a-file = { $path } no es un archivo regular
error-not-a-directory = { $path } no es un directorio
error-not-a-socket = { $path } no es un socket
error-foreign-owner = { $path } pertenece a otro usuario (uid { $owner })
hint-chown = sudo chown "$USER" { $path }
error-loose-mode = otros usuarios pueden alcanzar { $path } (modo { $mode })
hint-chmod = chmod { $mode } { $path }
error-query-source = `{ $text }` no es un origen
hint-query-source = los orígenes son manual, import (o import:LOTE) y schedule
hint-secret-file = { $name } debe nombrar un archivo que usted pueda leer, con el secreto en su primera línea
hint-uf = la UF es la moneda CLF
error-no-stdout = la salida está cerrada, y el código de recuperación se muestra una sola vez
hint-no-stdout = ejecútelo donde se vea lo que escribe
hint-loose = ciérrelo a los demás: chmod 700 { $path } y chmod 600 a los archivos que contiene
error-no-file = no existe { $path }
error-forbidden = este usuario no puede usar { $path }
hint-permissions = mire sus permisos: ls -ld { $path }
error-is-directory = { $path } es un directorio
error-file = { $path }: { $reason }
error-output = no se pudo escribir la salida: { $reason }
error-device = { $path } no contiene un id de dispositivo
error-no-home = este usuario no tiene directorio personal
hint-no-home = defina HOME

## La configuración

error-config-syntax = { $path } no es TOML, cerca de la línea { $line }
hint-config-syntax = escriba líneas como: language = "es"
error-config-key = la configuración no tiene la clave `{ $key }`
hint-config-keys = las claves son: { $keys }
error-config-value = `{ $value }` no es un valor para `{ $key }`
error-config-unset = `{ $key }` no está definida
hint-config-language = elija entre: en, es
hint-config-color = elija entre: auto, always, never
hint-config-keep = escriba un número, desde 0
hint-config-limit = escriba un número de filas, desde 1
