### El mes y los informes.
