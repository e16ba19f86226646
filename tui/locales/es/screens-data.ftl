### Archivos del banco, el historial, los ajustes.
