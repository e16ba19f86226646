### Ayuda de la cola de revisión.

help-review = La cola de revisión: lo que las importaciones dejaron para decidir
    .more = Filas que parecen anotaciones, con otra fecha o tardías, traspasos vistos desde ambas cuentas, filas de documentos, pagos sin categoría, categorías sugeridas y reglas propuestas por sus correcciones. Las respuestas de un comando se deshacen en un paso.
    .examples =
        luka review
        luka review accept 7k2 7k3
        luka review accept 7k4 --category Comida:Supermercado
        luka review accept --sure
        luka review reject 7k5
help-review-list = Listar lo que espera, y por qué
    .kinds = Solo lo que espera por esto; se puede dar varias veces
    .decided = Lo que ya se decidió en vez de lo que espera
    .limit = A lo más tantos
help-review-accept = Decir que sí: unir, emparejar, anotar, dejar la categoría o tomar la regla
    .items = Los ids de lo que espera, o sus primeros caracteres
    .category = La categoría que se da
    .sure = Todo lo que solo fue sugerido con mucha certeza
    .kinds = Todo lo que espera por esto; se puede dar varias veces
help-review-reject = Decir que no: anotar la fila por sí sola, o no tomar nada de ella
    .items = Los ids de lo que espera, o sus primeros caracteres
    .kinds = Todo lo que espera por esto; se puede dar varias veces
help-review-match = Unir una fila del banco con la transacción que es, o cuyo otro lado es
    .item = El id de la fila
    .entry = El id de la transacción
help-review-unpair = Hacer dos transacciones de un traspaso hecho de dos filas del banco
    .transfers = Los ids de traspasos

help-attach = Guardar archivos con una transacción: boletas, cartolas, garantías
    .id = El id de la transacción, o sus primeros caracteres
    .files = Los archivos; se guardan en el libro mismo, y en sus respaldos
    .examples =
        luka attach 7k2 boleta.pdf
help-attachment = Archivos guardados con transacciones
help-attachment-list = Listar lo guardado, de una transacción o de todas
    .of = El id de la transacción
help-attachment-open = Mostrar uno en el programa del escritorio
    .attachment = El id del adjunto
help-attachment-export = Escribir uno en un archivo, o en stdout
    .attachment = El id del adjunto
    .to = Un archivo que no existe todavía, o una carpeta
    .examples =
        luka attachment export 9q4 --to ~/boletas
        luka attachment export 9q4 > boleta.pdf
help-attachment-rm = Quitar archivos de sus transacciones; deshacer los devuelve
    .attachments = Los ids de adjuntos
