### Ayuda de los comandos: el mensaje dice qué hace un comando, sus atributos son sus argumentos.

help-luka = Finanzas personales en el terminal: privadas, exactas, suyas. Solo, abre las pantallas.
    .ledger = El directorio del libro; si no, LUKA_LEDGER, si no, el lugar de costumbre
    .format = Cómo se escriben listas e informes
    .json = Lo mismo que --format json
    .color = Cuándo usar colores; NO_COLOR se respeta
    .lang = El idioma de los mensajes; si no, el del sistema
    .yes = Responder que sí a cada pregunta
    .quiet = No decir nada salvo errores
    .verbose = Decir más
    .help = Mostrar esta ayuda
    .version = Mostrar la versión
    .examples =
        luka init --currency CLP
        luka add 4500 almuerzo
        luka list cat:comida date:este-mes
        luka report monthly --year 2025
        luka import cartola.csv --account Corriente

## Argumentos que varios comandos comparten

help-shared = Argumentos compartidos
    .id = El id, o sus primeros caracteres
    .name = Su nombre; basta la última parte si sólo uno calza
    .new-name = Su nuevo nombre
    .new = El nuevo nombre
    .code = El código de la moneda, como USD
    .amount = Cuánto: 4500, 12,50, 1.234.567, 2*4990, 4.5k
    .account = La cuenta
    .category = La categoría; basta la última parte de su nombre si sólo una calza
    .payee = A quién se pagó, o quién pagó
    .memo = Una nota de a lo más 500 caracteres
    .date = El día: 2025-03-14, hoy, ayer, -3, lunes, 15; hoy si no se indica
    .tags = Una etiqueta; se puede repetir
    .splits = Parte del monto para otra categoría; se puede repetir
    .status = Qué tan segura es
    .metadata = Cualquier otra cosa que recordar; se puede repetir
    .query = Sólo lo que cumple todos los términos: texto libre, cat: acct: payee: memo: amt: date: tag: status: source: currency:, not: antes de cualquiera
    .limit = A lo más tantas filas
    .period = Los días: 2025, 2025-03, 2025-q1, este-mes, ultimos-90-dias, A..B
    .from = El primer día
    .to = El último día
    .currency = La moneda, como CLP
    .all = También lo cerrado
    .kind = Sólo esta clase
    .parent = De qué es parte
    .no-parent = Que no sea parte de nada
    .dry-run = Mostrar lo que pasaría, sin cambiar nada
    .description = De qué se trata
    .target = Cuánto se quiere
    .priority = Su lugar entre las metas; 1 va primero
    .symbol = Lo que la gente escribe por ella

## Un libro

help-init = Crear un libro; muestra dónde está y un código de recuperación, una sola vez
    .currency = La moneda principal, como CLP; CLP si ni esto ni la configuración lo dicen
    .categories = El idioma de las categorías iniciales, o ninguna; el idioma en uso si no se indica
    .more = La frase de paso se pregunta dos veces en un terminal, o viene de LUKA_PASSPHRASE_FILE, LUKA_PASSPHRASE_COMMAND o LUKA_PASSPHRASE.
    .examples =
        luka init
        luka init --currency USD --categories es
        luka init --ledger ~/libro-comun --categories none
help-demo = Mirar un libro desechable con tres años de datos plausibles
    .transactions = Cuántas transacciones hacer
    .seed = La misma semilla hace los mismos datos
    .no-tui = Crearlo y terminar; con --ledger, para que dure
    .examples =
        luka demo
        luka demo --ledger /tmp/demo --no-tui --transactions 100000 --seed 7
help-unlock = Mantener el libro abierto por un tiempo, con el agente de llaves
    .ttl = Cuánto tiempo: 8h, 30m, 2d; si no, agent.ttl de la configuración, si no, 8h
    .more = El agente guarda la llave en memoria fija detrás de un socket que sólo usted alcanza, y termina con la última llave.
    .examples =
        luka unlock
        luka unlock --for 30m
help-lock = Hacer que el agente de llaves olvide todas las llaves
help-passwd = Cambiar la frase de paso; la base de datos no se reescribe
    .recovery = Abrir con el código de recuperación, si se olvidó la frase de paso
    .more = La nueva frase de paso se pregunta dos veces en un terminal, o viene de LUKA_NEW_PASSPHRASE_FILE, LUKA_NEW_PASSPHRASE_COMMAND o LUKA_NEW_PASSPHRASE; el código, de LUKA_RECOVERY_CODE_FILE, LUKA_RECOVERY_CODE_COMMAND o LUKA_RECOVERY_CODE.
    .examples =
        luka passwd
        luka passwd --recovery

## Cada día

help-add = Anotar un gasto, un ingreso o un ahorro
    .amount = Cuánto: 4500, 12,50, 2*4990, 4.5k; un monto negativo es una devolución
    .category = La categoría; recibe lo que dejan las partes
    .account = La cuenta; si no, la última usada
    .create = Crear la categoría con esta clase si falta
    .examples =
        luka add 4500 almuerzo
        luka add 12,50 café --payee "Café Luna" --date ayer
        luka add 35000 supermercado --split Mascotas=8000 --split Casa=5000
        luka add 900000 sueldo --account Corriente
        luka add -4500 almuerzo
help-transfer = Mover dinero entre dos cuentas
    .amount = Cuánto sale de la primera cuenta
    .from = La cuenta de la que sale
    .to = La cuenta a la que llega
    .received = Cuánto llega, si las monedas difieren
    .examples =
        luka transfer 50000 Corriente Efectivo
        luka transfer 100 Dólares Corriente --received 95000
help-list = Listar transacciones, la más nueva primero
    .examples =
        luka list
        luka list --limit 20 cat:comida not:tag:viaje
        luka list "amt:>100000" date:2025-q1 --format csv
help-show = Mostrar una transacción
help-edit = Cambiar una transacción; lo que no se nombra queda igual
    .tags = Agregar una etiqueta; se puede repetir
    .untags = Quitar una etiqueta; se puede repetir
    .splits = Repartir el monto de nuevo; se puede repetir
    .metadata = Fijar una clave, o quitarla con CLAVE=; se puede repetir
    .from = La cuenta de la que sale una transferencia
    .to = La cuenta a la que llega una transferencia
    .received = Cuánto llega, si las monedas difieren
    .date = El día
    .examples =
        luka edit 7k2 --category Comida:Supermercado
        luka edit 7k2 --date ayer --amount 4900
help-rm = Borrar transacciones; `luka undo` las devuelve
    .ids = Los ids, o sus primeros caracteres
    .reconciled = También las que fueron conciliadas con una cartola
help-bulk = Cambiar todas las transacciones que cumplen una consulta, con un solo deshacer
    .set = Qué fijar: category=X, account=X, payee=X, status=X, tag=X, memo=X; se puede repetir
    .examples =
        luka bulk payee:uber --set category=Transporte
        luka bulk cat:otros date:2025-03 --set tag=revisar --dry-run
help-undo = Deshacer el último cambio, o los últimos N
    .steps = Cuántos cambios
help-redo = Rehacer lo deshecho
    .steps = Cuántos cambios
help-history = Mostrar qué cambió, y cuándo
    .id = Sólo los cambios de esta transacción

## A fin de mes

help-import = Leer cartolas, o libros completos de otros programas; lo conocido se omite
    .files = Los archivos: CSV, OFX, QIF, CAMT.053, MT940, XLS(X), o un libro completo de hledger, ledger o beancount; `-` es la entrada estándar
    .accounts = La cuenta a la que pertenecen, o FILEACCOUNT=ACCOUNT para una de varias en un archivo
    .currencies = Qué es aquí una unidad de un libro completo, como $=CLP; sin nombre, los montos que no tienen ninguna
    .kinds = De qué clase es una cuenta de un libro completo, si el libro no lo dice: Tarjeta=liability
    .profile = Cómo leer el archivo, según se guardó antes
    .save-profile = Recordar con este nombre cómo se leyó el archivo
    .date-format = El orden de las fechas, como DD/MM/YYYY
    .decimal = El signo decimal
    .matches = Qué hacer con las filas que parecen anotadas a mano: dejarlas por revisar, unirlas con la anotación, o registrarlas como nuevas
    .as-written = En el archivo lo que entra es positivo; responde la pregunta cuando una tarjeta parece decir otra cosa
    .invert = En el archivo lo que sale es positivo, como en muchas cartolas de tarjeta
    .as_written = En el archivo lo que entra es positivo; responde la pregunta cuando las palabras parecen de una tarjeta
    .fees = Si las comisiones de una columna propia van aparte de los montos, o son parte de ellos
    .strict = No importar nada si una fila no se puede leer
    .detect = Decir qué es el archivo y cómo se leería, y terminar
    .examples =
        luka import cartola.csv --account Corriente --dry-run
        luka import *.ofx --account 0012345=Corriente --account 998=Visa
        luka import --detect cartola.csv
        luka import libros.journal --dry-run
help-profile = Formas guardadas de leer archivos de bancos
help-profile-list = Listar los perfiles guardados
help-profile-rm = Quitar un perfil
    .name = El perfil
    .examples =
        luka profile rm oldbank
help-reconcile = Comparar una cuenta con la cartola del banco, y marcar lo que coincide
    .date = El día de la cartola
    .balance = El saldo en la cartola
    .examples =
        luka reconcile Corriente --date 2025-03-31 --balance 1.234.567

## Sus datos

help-export = Escribir el libro en un formato abierto
    .output = Escribir a este archivo en vez de la salida estándar; solo usted lo puede leer
    .force = Reemplazar el archivo si existe
    .more = --format acepta json (si no se indica otro), csv, hledger, ledger, beancount, qif y ofx; JSON no pierde nada y vuelve con `luka restore-json`.
    .examples =
        luka export --format json > libro.json
        luka export --format hledger | hledger -f - check
        luka export --format csv date:2025
help-restore-json = Devolver una exportación JSON sin pérdidas a un libro vacío o nuevo
    .file = El archivo; `-` es la entrada estándar
help-doctor = Probar el libro: saldos recalculados, invariantes, llaves, permisos

## El programa

help-config = Mostrar o cambiar la configuración
help-config-path = Mostrar dónde está el archivo de configuración
help-config-get = Mostrar el valor de una clave
    .key = La clave
help-config-set = Fijar una clave
    .key = La clave: language, color, currency, list.limit, agent.ttl, backup.max_age, backup.keep_last …
    .value = Su valor
    .examples =
        luka config set language es
        luka config set agent.ttl 30m
help-config-unset = Quitar una clave, para que valga su omisión
    .key = La clave
help-config-list = Listar todas las claves con sus valores
help-completions = Escribir las terminaciones para un shell en la salida estándar
    .shell = El shell
    .examples =
        luka completions bash > ~/.local/share/bash-completion/completions/luka
help-man = Escribir las páginas del manual
    .dir = En este directorio
help-help = Mostrar la ayuda de un comando
    .command = El comando
