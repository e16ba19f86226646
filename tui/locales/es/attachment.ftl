### Archivos guardados con las transacciones.

say-attachment-written = Se escribió { $path }.
say-attachments = { $n ->
    [one] Un archivo está guardado con ella: `luka attachment list { $id }`
   *[other] { $n } archivos están guardados con ella: `luka attachment list { $id }`
}
ask-viewed = Se muestra { $name }. Pulse Enter cuando pueda quitarse de nuevo.
word-verb-attach = adjunto
error-attachment-large = `{ $name }` tiene { $bytes } o más, y un archivo guardado { $most } a lo más
    .screen = { $name } es demasiado grande para guardarse
hint-attachment-large = hágalo más pequeño, o guárdelo en otra parte y escriba dónde en la nota
error-attachment-empty = `{ $name }` está vacío
error-attachment-name = un archivo necesita un nombre para guardarse
error-attachment-known = la transacción ya tiene este mismo `{ $name }`
error-attachment-lost = el contenido de `{ $name }` se perdió o está dañado
hint-attachment-lost = `luka doctor` dice más; `luka backup restore` trae una versión anterior del libro
    .screen = una versión anterior del libro puede tenerlo
error-no-viewer = un archivo se muestra solo en un terminal, y desde una carpeta privada en memoria
hint-no-viewer = `luka attachment export ID --to RUTA` lo escribe donde quiera; sin --to va a stdout
    .screen = expórtelo en su lugar
check-attachments = Los archivos guardados están, y son lo que eran
