### Cuentas, categorías, contrapartes, metas, conciliar.
