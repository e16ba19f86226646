### Versiones del libro y los remotos que las guardan.

head-remote = Remoto
head-remote-place = Lugar
head-made = Hecha
head-size = Tamaño
head-ledger = Libro
head-proof = Prueba
head-passphrase = Se abre con

word-proven = probada { $day }
word-verified = verificada { $day }
word-passphrase-now = la frase de paso
word-passphrase-earlier = una frase anterior

## Remotos

say-no-remotes = Aún no hay un remoto: `luka remote add usb folder /media/usb/luka`
say-remote-added = Las versiones van ahora a { $name }: { $place }
say-remote-restore = Ahí hay respaldos: `luka backup list` los muestra, `luka backup restore` recupera uno.
say-remote-empty = Ahí aún no hay respaldos.
say-remote-removed = Se olvidó { $name }; las versiones que hay ahí quedan donde están.
say-remote-works = { $name } funciona: { $n ->
    [one] 1 objeto
   *[other] { $n } objetos
    }, { $size }

hint-remote-folder = monte el disco, o cree antes ese directorio: solo se crea la última parte de la ruta
error-no-remote = no existe el remoto `{ $name }`
hint-remote-list = `luka remote list` muestra los remotos
    .screen = g b muestra los remotos
error-no-remotes = no hay un remoto donde respaldar
hint-remote-add = agregue uno: `luka remote add usb folder /media/usb/luka`
error-remote-exists = ya existe el remoto `{ $name }`
hint-remote-exists = elija otro nombre; `luka remote rm { $name }` olvida el que hay
    .screen = elija otro nombre
error-remote-name = el nombre de un remoto tiene de 1 a 32 letras, cifras, guiones o guiones bajos
error-remote-reserved = `{ $name }` es un comando de `luka backup`, no un nombre para un remoto
    .screen = `{ $name }` es el nombre de un comando
hint-remote-name = elija un nombre como usb, nas o drive
error-another-ledger = el remoto guarda los respaldos de otro libro
error-another-key = el remoto guarda respaldos de este libro sellados con otra llave de respaldo
hint-another-place = elija otra carpeta: un libro, una carpeta
error-remote-unreachable = no se puede alcanzar el remoto: { $what }
hint-remote-unreachable = revise la red e intente de nuevo
error-remote-rate = el remoto pide menos solicitudes
hint-remote-later = intente más tarde
hint-remote-later-in = intente de nuevo en { $time }
error-remote-sign-in = terminó el permiso para usar el remoto
hint-remote-sign-in = dé el permiso de nuevo con el mismo `luka remote add … gdrive` de antes
    .screen = dé el permiso de nuevo en la línea de comandos, con el mismo `remote add … gdrive` de antes
error-remote-full = al remoto no le queda espacio
hint-remote-full = haga espacio ahí, o termine versiones antiguas: `luka backup prune`
    .screen = haga espacio ahí, o termine versiones antiguas: p
error-remote-gone = la carpeta del remoto no está
hint-remote-gone = monte el disco o ponga la carpeta de vuelta; no se crea de nuevo, pues una vacía parecería un respaldo perdido
error-remote-refused = el remoto se negó: { $what }
hint-remote-refused = `luka remote list` muestra dónde está
    .screen = g b muestra dónde está

## La llave de respaldo

error-backup-key = la llave de respaldo de esta máquina está dañada
error-backup-key-foreign = la llave de respaldo de esta máquina es la de otro libro
error-backup-file = { $path } está dañado
hint-backup-key = saque el directorio `backup` que está en el directorio del libro, y agregue los remotos de nuevo
error-no-backup-key = esta máquina aún no tiene llave de respaldo, y hacerla requiere la frase de paso una vez
hint-remote-again = dela una vez: `luka remote add { $name } { $place }`
error-repository-keys = las llaves guardadas en el remoto están dañadas
hint-repository-keys = otro remoto puede estar entero
error-no-backups = no hay respaldos en el remoto
hint-no-backups = haga uno con `luka backup`, o indique otro remoto
    .screen = b hace uno

## Hacer versiones

say-backup-made = { $remote }: versión { $id } con { $n ->
    [one] 1 página cambiada
   *[other] { $n } páginas cambiadas
    }, { $sent } enviados
say-backup-unchanged = { $remote }: nada ha cambiado desde la versión { $id } del { $made }
error-backup-running = otro respaldo hacia él está en curso
hint-backup-running = terminará en un momento
error-staging-full = no queda espacio para escribir { $path }
error-nothing-there = no hay nada que respaldar
error-image-damaged = { $path } está dañado, así que no se hizo una versión de él
hint-restore = créelo con `luka init`, o recupere uno: `luka remote add` y `luka backup restore`

## Versiones

say-no-versions = Aún no hay versiones: `luka backup` hace una.
say-version-lost = { $remote }: la versión { $id } del { $made } se perdió: { $object }
say-version-damaged = { $remote }: la versión { $id } del { $made } está dañada o se apoya en una que lo está: { $object }
error-versions-gone = { $lost ->
    [0] { $damaged ->
        [one] 1 versión está dañada
       *[other] { $damaged } versiones están dañadas
        }
    [one] 1 versión se perdió{ $damaged ->
        [0] { "" }
       *[other] , { $damaged } con daños
        }
   *[other] { $lost } versiones se perdieron{ $damaged ->
        [0] { "" }
       *[other] , { $damaged } con daños
        }
    }
hint-versions-damaged = las demás están en la lista y se pueden recuperar; `luka backup` hace una entera
    .screen = las demás se pueden recuperar; b hace una entera
hint-versions-lost = las demás están en la lista y se pueden recuperar; cuando sepa por qué, `luka backup list --forget-lost`
    .screen = las demás se pueden recuperar; cuando sepa por qué, el comando `backup list` puede olvidarlas
error-version-id = `{ $id }` no es el id de una versión
hint-version-id = un id se compone de las cifras 0-9 y a-f, al menos las primeras cuatro: `luka backup list` las muestra
error-no-version = no existe la versión `{ $id }`
hint-version = `luka backup list` muestra las versiones
    .screen = g b muestra las versiones
error-version-ambiguous = `{ $id }` puede ser varias versiones
error-version-differs = lo que se reconstruye de { $name } no es lo que se guardó
error-version-head = la versión trae un archivo que ningún libro tiene
error-version-newer = la versión fue hecha por una versión más nueva de luka
error-object-missing = el objeto { $name } no está en el remoto
error-object-short = el objeto { $name } es más corto de lo que era
error-object-differs = el objeto { $name } que hay en el remoto no es el que se envió
error-object-damaged = el objeto { $name } está dañado o fue alterado
hint-object = otras versiones pueden estar enteras: `luka backup verify --all` dice cuáles
    .screen = otras versiones pueden estar enteras: v reconstruye la que está bajo el cursor

## Recuperar

say-version-restored = Se recuperó la versión { $id } del { $made } en { $path }
say-ledger-replaced = El libro que había ahí quedó en { $path }
say-passphrase-of = Se abre con la frase de paso del { $made }, o con el código de recuperación.
say-open-here = Ábralo con `luka`; `luka doctor` lo prueba.
say-open-there = Ábralo con `luka --ledger { $path }`; `luka doctor --ledger { $path }` lo prueba.
hint-restore-elsewhere = indique otro directorio con --to; con --force el libro que hay se guarda al lado del recuperado
    .screen = indique otra carpeta; sobre un libro solo recupera la línea de comandos, con `backup restore`
error-occupied = { $path } no es un directorio vacío
hint-occupied = indique con --to un directorio vacío o que no exista
    .screen = indique una carpeta vacía o que no exista
error-prune-outdated = las versiones cambiaron mientras se miraban

## Cómo están

head-state = Estado
head-last-backup = Último respaldo
head-newest = Más nueva
head-verified = Verificada
head-proven = Probada
word-state-ok = en orden
word-state-old = muy viejo
word-state-none = ninguno aún
word-failed-unreachable = fuera de alcance
word-failed-rate = pidió esperar
word-failed-sign-in = terminó el permiso
word-failed-full = lleno
word-failed-gone = falta la carpeta
word-failed-refused = se negó
word-failed-integrity = dañado
word-failed-local = falló aquí
word-remote-failed = { $remote }: falló ({ $kind })
word-never-backed-up = { $remote }: nunca se respaldó
word-backup-old = { $remote }: el último respaldo tiene { $age }
word-backup-age = { $remote }: respaldado hace { $age }
word-no-remotes = no hay un remoto
check-backups = Los respaldos son recientes
hint-status = `luka backup` hace uno ahora; `luka remote test` pregunta a un remoto qué le pasa

## Probar

head-result = Resultado
head-problem = Problema
word-result-proven = probada
word-result-verified = verificada
word-result-damaged = dañada
word-result-lost = perdida
word-check-failed = { $check }: { $detail }
say-proven = Probada: reconstruida byte por byte, abierta, y pasó todas las revisiones de `luka doctor`.
say-verified = Verificada: reconstruida byte por byte. No se abrió, así que no está probada.
say-verified-locked = Verificada: reconstruida byte por byte. No se abrió, así que no está probada: la frase de paso no está a mano.
error-version-unsound = { $remote }: la versión { $id } no se puede recuperar: { $problem }
hint-other-versions = `luka backup` hace una versión entera si el libro está en orden; guarde los archivos dañados hasta entonces
    .screen = b hace una versión entera si el libro está en orden; guarde los archivos dañados hasta entonces

## Terminar versiones antiguas

head-fate = Qué pasa con ella
head-reasons = Por qué
word-kept = queda
word-ended = termina
word-reason-newest = la más nueva
word-reason-proven = la más nueva probada
word-reason-last = una de las últimas
word-reason-daily = de su día
word-reason-weekly = de su semana
word-reason-monthly = de su mes
word-reason-yearly = de su año
say-pruned = { $remote }: { $n ->
    [0] no terminó ninguna versión
    [one] terminó 1 versión
   *[other] terminaron { $n } versiones
    }; se liberaron { $freed }
say-would-prune = { $remote }: { $n ->
    [0] no terminaría ninguna versión
    [one] terminaría 1 versión
   *[other] terminarían { $n } versiones
    }; se liberarían { $freed }
say-prune-parts = Aquello en que se apoyan versiones más nuevas queda hasta que ellas terminen también.
error-keep-nothing = eso no deja ninguna versión
hint-keep-nothing = diga cuántas quedan, como --keep-daily 7 --keep-monthly 12
error-ledger-in-use = el libro en { $path } está abierto, o se está respaldando
hint-ledger-in-use = cierre luka ahí (y detenga luka-syncd), e intente de nuevo
    .screen = cierre el programa ahí (y detenga lo que lo sincroniza), e intente de nuevo
error-version-too-large = cambiaron tantas páginas dispersas que ninguna versión puede contenerlas
error-backup-broken = la lectura del libro terminó inesperadamente
hint-try-again = intente de nuevo; lo que había antes sigue intacto

## Google Drive

say-drive-browser = Diga que sí en el navegador. Si no se abre ninguno, abra esta dirección: { $url }
say-drive-code = Abra { $url } en cualquier aparato y escriba { $code }
say-drive-granted = luka ya puede guardar aquí sus respaldos. Puede cerrar esta página.
say-drive-refused = luka no recibió el permiso. Puede cerrar esta página.
say-drive-unknown = Esta no es la respuesta que luka espera.
error-drive-address = --{ $which } debe ser una dirección https, o http hacia 127.0.0.1 o [::1]
hint-drive-address = omítala para usar las de Google
error-drive-folder = la carpeta en Google Drive necesita un nombre
hint-drive-folder = omita --folder para usar LukaLibre
error-drive-client = este no es el archivo de cliente de una aplicación de escritorio de la consola de Google
error-drive-no-client = Google Drive necesita saber qué cliente pregunta
hint-drive-client = haga un cliente OAuth de tipo "Desktop app" en console.cloud.google.com e indique su archivo JSON: --client-secret ARCHIVO
error-drive-network = no se puede usar la red: { $what }
error-drive-denied = el permiso fue negado
error-drive-timeout = nadie dio el permiso a tiempo
error-drive-token = Google no dio un permiso duradero
hint-drive-token = quite el acceso de luka en myaccount.google.com/permissions e intente de nuevo
error-drive-refused = Google se negó: { $what }
hint-drive-again = intente de nuevo; --no-browser muestra la dirección, --device usa un código
