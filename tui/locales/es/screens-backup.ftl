### Los respaldos en las pantallas.

title-backups = Respaldos
title-remotes = Remotos
title-versions = Versiones en { $remote }
title-versions-remembered = Versiones en { $remote }, según la memoria; r pregunta
title-new-remote = Una carpeta para respaldos
title-restore = Recuperar la versión del { $made }
title-prune = Terminar versiones antiguas en { $remote }

act-back-up = respaldar ahora
    .find = guardar copia version hacer
act-go-backups = respaldos
    .find = versiones remotos copia seguridad recuperar usb drive
act-new-remote = agregar carpeta
    .find = remoto usb disco nas
act-next-remote = otro remoto
act-previous-remote = remoto anterior
act-prune = terminar antiguas
    .find = podar versiones borrar espacio retencion
act-refresh = preguntar al remoto
    .find = actualizar lista mirar
act-restore = recuperar
    .find = restaurar volver
act-verify = verificar y probar
    .find = revisar comprobar reconstruir

say-no-remote-yet = Aún no hay un respaldo. n agrega una carpeta para las versiones de este libro: en un disco USB, un NAS, o una que otro programa lleve a otra parte. Quien la encuentre ahí no lee nada.
say-no-version-yet = Aún no hay versiones: b hace una.
say-new-remote = Las versiones van ahí, cifradas. La última parte de la ruta se crea si falta.
say-new-drive = Para Google Drive, inicie sesión en la línea de comandos, con `remote add`.
say-restore = En una carpeta vacía o que aún no exista. El libro que está abierto queda como está.
say-keeps = { $n ->
    [one] 1 versión queda
   *[other] { $n } versiones quedan
    }, entre ellas la más nueva y la más nueva probada.
say-more-versions = … y { $n } más
say-failing = { $what } desde { $since }{ $n ->
    [one] { "" }
   *[other] , { $n } veces
    }
say-not-done = Aún sin terminar: { $what }
say-moment-ago = { $moment } (hace { $age })
say-lost = { $word }: estaba, y ya no está
say-damaged = { $word }, o apoyada en una dañada
say-opens-with = se abre con { $what }
say-last-proven = Último respaldo probado: hace { $age } ({ $remote })
say-none-proven = Aún no hay un respaldo probado

word-backups-gone = respaldo dañado
word-backups-failed = falló el respaldo
word-backups-never = sin respaldo aún
word-backups-old = respaldo muy viejo
word-backups-unproven = respaldo sin probar
word-backups-proven = probado hace { $age }
word-brief-days = { $n } d
word-brief-hours = { $n } h
word-brief-minutes = { $n } min
word-unproven = aún sin verificar
word-version-lost = PERDIDA
word-version-damaged = DAÑADA
word-all-stay = nada: todas quedan
word-they-end = terminarlas

label-folder = Carpeta
label-whether = Qué hacer

say-looking = mirando los remotos …
say-backing-up = respaldando en { $remote } …
say-verifying = verificando una versión en { $remote } …
say-restoring = recuperando desde { $remote } …
say-planning = mirando { $remote } …
say-pruning = terminando versiones en { $remote } …
say-adding-remote = agregando la carpeta …

tell-proven = { $remote }: la versión { $id } está probada: reconstruida byte por byte, abierta y en orden
tell-errand-cancelled = Se dejó; las versiones que había quedan como estaban

why-errand = algo está en curso en un remoto; J lo muestra
why-demo-backups = los datos inventados no se respaldan
why-no-remote = aún no hay un remoto; n agrega una carpeta
why-one-remote = hay un solo remoto
why-no-version = aún no hay una versión; b hace una
why-lost = se perdió: no hay nada que recuperar
