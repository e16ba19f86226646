//! Layouts as banks and programs in many countries write them, in small files made up here.
//!
//! Each case must read without a question to the given rows: `date amount payee`.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail")]

use domain::{Currency, NaiveDate};
use formats::import::{Hints, Statement, read};
use rstest::rstest;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 6, 15).unwrap()
}

fn rows(text: &str, currency: &str) -> (Statement, Vec<String>) {
    let exponent = if currency == "CLP" { 0 } else { 2 };
    let mut hints = Hints::new(today());
    hints.currency = Some(Currency {
        code: currency.parse().unwrap(),
        exponent,
    });
    let statement = read(text.as_bytes(), &hints).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(
        statement.errors.is_empty(),
        "{:?}\n{text}",
        statement.errors
    );
    let found = statement
        .rows
        .iter()
        .map(|row| {
            format!(
                "{} {} {}",
                row.date,
                row.amount.normalize(),
                row.payee.as_deref().unwrap_or("-")
            )
        })
        .collect();
    (statement, found)
}

#[rstest]
#[case::banco_estado("CLP", "Cuenta RUT;N° 12345678;;;;\nFecha;N° Operación;Descripción;Cheques / Cargos $;Depósitos / Abonos $;Saldo $\n15/05/2026;7001;COMPRA FARMACIA;12.990;;187.010\n16/05/2026;7002;TEF DE JUAN PEREZ;;50.000;237.010\n17/05/2026;7003;GIRO CAJERO;20.000;;217.010\n", &["2026-05-15 -12990 COMPRA FARMACIA", "2026-05-16 50000 TEF DE JUAN PEREZ", "2026-05-17 -20000 GIRO CAJERO"])]
#[case::santander_cl("CLP", "MONTO;DESCRIPCIÓN MOVIMIENTO;FECHA;N° DOCUMENTO;SUCURSAL;CARGO/ABONO\n-15000;PAGO LUZ;13/03/2026;00012;AGUSTINAS;C\n250000;SUELDO;28/03/2026;00013;INTERNET;A\n", &["2026-03-13 -15000 PAGO LUZ", "2026-03-28 250000 SUELDO"])]
#[case::santander_cl_unsigned("CLP", "MONTO;DESCRIPCIÓN MOVIMIENTO;FECHA;N° DOCUMENTO;CARGO/ABONO\n15.000;PAGO LUZ;13/03/2026;00012;C\n250.000;SUELDO;28/03/2026;00013;A\n", &["2026-03-13 -15000 PAGO LUZ", "2026-03-28 250000 SUELDO"])]
#[case::falabella("CLP", "FECHA,DESCRIPCION,CARGO,ABONO,SALDO\n21-04-2026,COMPRA TOTTUS,\"$35.990\",,\"$164.010\"\n22-04-2026,TRANSFERENCIA,,\"$100.000\",\"$264.010\"\n", &["2026-04-21 -35990 COMPRA TOTTUS", "2026-04-22 100000 TRANSFERENCIA"])]
#[case::bbva_es("EUR", "F.Valor;Fecha;Concepto;Movimiento;Importe;Divisa;Disponible;Divisa;Observaciones\n14/01/2026;15/01/2026;Mercadona;Pago con tarjeta;-45,20;EUR;954,80;EUR;4940\n16/01/2026;16/01/2026;Nómina;Abono;1.800,00;EUR;2.754,80;EUR;\n", &["2026-01-15 -45.2 Mercadona", "2026-01-16 1800 Nómina"])]
#[case::caixabank("EUR", "Concepto;Fecha;Importe;Saldo\nBIZUM ENVIADO;28/02/2026;-12,00EUR;488,00EUR\nTRASPASO;27/02/2026;+500,00EUR;500,00EUR\n", &["2026-02-28 -12 BIZUM ENVIADO", "2026-02-27 500 TRASPASO"])]
#[case::n26("EUR", "\"Booking Date\",\"Value Date\",\"Partner Name\",\"Partner Iban\",Type,\"Payment Reference\",\"Account Name\",\"Amount (EUR)\",\"Original Amount\",\"Original Currency\",\"Exchange Rate\"\n2026-01-03,2026-01-02,\"REWE\",,Presentment,-,\"Main Account\",-23.45,23.45,EUR,1.0\n2026-01-05,2026-01-05,\"ACME GmbH\",DE02120300000000202051,\"Credit Transfer\",Salary,\"Main Account\",2500.00,,,\n", &["2026-01-03 -23.45 REWE", "2026-01-05 2500 ACME GmbH"])]
#[case::revolut("EUR", "Type,Product,Started Date,Completed Date,Description,Amount,Fee,Currency,State,Balance\nCARD_PAYMENT,Current,2026-02-01 10:00:00,2026-02-02 09:00:00,Bakery,-5.50,0.00,EUR,COMPLETED,94.50\nTRANSFER,Current,2026-02-03 10:00:00,2026-02-03 10:00:01,To Ann,-20.00,0.50,EUR,COMPLETED,74.00\nCARD_PAYMENT,Current,2026-02-04 10:00:00,,Hotel,-80.00,0.00,EUR,REVERTED,\nTOPUP,Current,2026-02-05 10:00:00,2026-02-05 10:00:01,Top-Up,100.00,0.00,EUR,COMPLETED,174.00\n", &["2026-02-01 -5.5 Bakery", "2026-02-03 -20.5 To Ann", "2026-02-05 100 Top-Up"])]
#[case::ing_nl("EUR", "\"Datum\";\"Naam / Omschrijving\";\"Rekening\";\"Tegenrekening\";\"Code\";\"Af Bij\";\"Bedrag (EUR)\";\"Mutatiesoort\";\"Mededelingen\"\n\"20260305\";\"Albert Heijn\";\"NL20INGB0001234567\";\"\";\"BA\";\"Af\";\"23,10\";\"Betaalautomaat\";\"Pasvolgnr: 001\"\n\"20260306\";\"Werkgever BV\";\"NL20INGB0001234567\";\"NL91ABNA0417164300\";\"OV\";\"Bij\";\"2100,00\";\"Overschrijving\";\"Salaris\"\n", &["2026-03-05 -23.1 Albert Heijn", "2026-03-06 2100 Werkgever BV"])]
#[case::rabobank("EUR", "\"IBAN/BBAN\",\"Munt\",\"BIC\",\"Volgnr\",\"Datum\",\"Rentedatum\",\"Bedrag\",\"Saldo na trn\",\"Tegenrekening IBAN/BBAN\",\"Naam tegenpartij\",\"Omschrijving-1\",\"Omschrijving-2\",\"Oorspr bedrag\",\"Oorspr munt\",\"Koers\"\n\"NL44RABO0123456789\",\"EUR\",\"RABONL2U\",\"000000000000007213\",\"2026-04-01\",\"2026-04-01\",\"-12,50\",\"+987,50\",\"\",\"Jumbo\",\"Pin 12:01\",\"\",\"\",\"\",\"\"\n\"NL44RABO0123456789\",\"EUR\",\"RABONL2U\",\"000000000000007214\",\"2026-04-02\",\"2026-04-02\",\"+100,00\",\"+1087,50\",\"NL91ABNA0417164300\",\"J Jansen\",\"Cadeau\",\"\",\"\",\"\",\"\"\n", &["2026-04-01 -12.5 Jumbo", "2026-04-02 100 J Jansen"])]
#[case::abn_amro("EUR", "123456789\tEUR\t20260401\t100,00\t90,00\t20260401\t-10,00\tBEA Pas Albert Heijn\n123456789\tEUR\t20260402\t90,00\t140,00\t20260402\t50,00\tSEPA Overboeking Jansen\n123456789\tEUR\t20260403\t140,00\t125,50\t20260403\t-14,50\tBEA Pas Hema\n", &["2026-04-01 -10 BEA Pas Albert Heijn", "2026-04-02 50 SEPA Overboeking Jansen", "2026-04-03 -14.5 BEA Pas Hema"])]
#[case::wise("GBP", "\"TransferWise ID\",Date,Amount,Currency,Description,\"Payment Reference\",\"Running Balance\",\"Exchange From\",\"Exchange To\",\"Exchange Rate\",\"Payer Name\",\"Payee Name\",\"Payee Account Number\",Merchant,\"Card Last Four Digits\",\"Card Holder Full Name\",Attachment,Note,\"Total fees\"\nCARD-1001,28-02-2026,-7.20,GBP,\"Card transaction at Pret\",,92.80,,,,,,,Pret,1234,A Person,,,0.00\nTRANSFER-1002,01-03-2026,50.00,GBP,\"Received money from Bob\",gift,142.80,,,,Bob,,,,,,,,0.00\n", &["2026-02-28 -7.2 Pret", "2026-03-01 50 Bob"])]
#[case::chase("USD", "Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #\nDEBIT,03/14/2026,\"COFFEE SHOP\",-4.50,DEBIT_CARD,995.50,,\nCREDIT,03/12/2026,\"PAYROLL\",1000.00,ACH_CREDIT,1000.00,,\n", &["2026-03-14 -4.5 COFFEE SHOP", "2026-03-12 1000 PAYROLL"])]
#[case::bank_of_america("USD", "Description,,Summary Amt.\nBeginning balance as of 01/01/2026,,\"1,000.00\"\nTotal credits,,\"500.00\"\nTotal debits,,\"-20.00\"\nEnding balance as of 01/31/2026,,\"1,480.00\"\n\nDate,Description,Amount,Running Bal.\n01/01/2026,Beginning balance as of 01/01/2026,,\"1,000.00\"\n01/15/2026,\"DEPOSIT\",\"500.00\",\"1,500.00\"\n01/20/2026,\"STORE, INC\",\"-20.00\",\"1,480.00\"\n", &["2026-01-15 500 DEPOSIT", "2026-01-20 -20 STORE, INC"])]
#[case::wells_fargo("USD", "\"03/14/2026\",\"-4.50\",\"*\",\"\",\"COFFEE SHOP\"\n\"03/12/2026\",\"1000.00\",\"*\",\"\",\"PAYROLL\"\n\"03/11/2026\",\"-70.00\",\"*\",\"101\",\"CHECK\"\n", &["2026-03-14 -4.5 COFFEE SHOP", "2026-03-12 1000 PAYROLL", "2026-03-11 -70 CHECK"])]
#[case::paypal("EUR", "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\",\"To Email Address\",\"Transaction ID\",\"Balance\"\n\"17/02/2026\",\"10:00:00\",\"CET\",\"Shop\",\"Express Checkout Payment\",\"Completed\",\"EUR\",\"-12,00\",\"0,00\",\"-12,00\",\"me@x.example\",\"shop@x.example\",\"7AB\",\"88,00\"\n\"18/02/2026\",\"10:00:00\",\"CET\",\"Buyer\",\"Payment\",\"Completed\",\"EUR\",\"20,00\",\"-0,70\",\"19,30\",\"b@x.example\",\"me@x.example\",\"8CD\",\"107,30\"\n", &["2026-02-17 -12 Shop", "2026-02-18 19.3 Buyer"])]
#[case::nubank("BRL", "Data,Valor,Identificador,Descrição\n13/01/2026,-35.90,65a1-b2,Compra no débito - Padaria\n25/01/2026,1200.00,65a1-b3,Transferência recebida\n", &["2026-01-13 -35.9 Compra no débito - Padaria", "2026-01-25 1200 Transferência recebida"])]
#[case::sparkasse("EUR", "\"Auftragskonto\";\"Buchungstag\";\"Valutadatum\";\"Buchungstext\";\"Verwendungszweck\";\"Glaeubiger ID\";\"Mandatsreferenz\";\"Kundenreferenz (End-to-End)\";\"Sammlerreferenz\";\"Lastschrift Ursprungsbetrag\";\"Auslagenersatz Ruecklastschrift\";\"Beguenstigter/Zahlungspflichtiger\";\"Kontonummer/IBAN\";\"BIC (SWIFT-Code)\";\"Betrag\";\"Waehrung\";\"Info\"\n\"DE02120300000000202051\";\"05.03.26\";\"06.03.26\";\"FOLGELASTSCHRIFT\";\"Rechnung 12\";\"DE98ZZZ\";\"M1\";\"\";\"\";\"\";\"\";\"Stadtwerke\";\"DE89370400440532013000\";\"COBADEFF\";\"-80,00\";\"EUR\";\"Umsatz gebucht\"\n\"DE02120300000000202051\";\"07.03.26\";\"07.03.26\";\"GUTSCHRIFT\";\"Miete\";\"\";\"\";\"\";\"\";\"\";\"\";\"Mieter\";\"DE89370400440532013001\";\"COBADEFF\";\"1.200,00\";\"EUR\";\"Umsatz vorgemerkt\"\n", &["2026-03-05 -80 Stadtwerke", "2026-03-07 1200 Mieter"])]
#[case::dkb("EUR", "\"Girokonto\";\"DE02120300000000202051\"\n\"Zeitraum:\";\"01.03.2026 - 31.03.2026\"\n\"Kontostand vom 31.03.2026:\";\"1.234,56 €\"\n\"\"\n\"Buchungsdatum\";\"Wertstellung\";\"Status\";\"Zahlungspflichtige*r\";\"Zahlungsempfänger*in\";\"Verwendungszweck\";\"Umsatztyp\";\"IBAN\";\"Betrag (€)\";\"Gläubiger-ID\";\"Mandatsreferenz\";\"Kundenreferenz\"\n\"05.03.26\";\"05.03.26\";\"Gebucht\";\"Ich Selbst\";\"Edeka\";\"Einkauf\";\"Ausgang\";\"DE89370400440532013000\";\"-23,45\";\"\";\"\";\"\"\n\"04.03.26\";\"04.03.26\";\"Gebucht\";\"Firma AG\";\"Ich Selbst\";\"Lohn\";\"Eingang\";\"DE89370400440532013001\";\"2.500,00\";\"\";\"\";\"\"\n", &["2026-03-05 -23.45 Edeka", "2026-03-04 2500 Firma AG"])]
#[case::ing_de("EUR", "Umsatzanzeige;Datei erstellt am: 31.03.2026\n\nIBAN;DE02 5001 0517 0000 0000 01\nSaldo;1.000,00;EUR\n\nBuchung;Wertstellungsdatum;Auftraggeber/Empfänger;Buchungstext;Verwendungszweck;Saldo;Währung;Betrag;Währung\n30.03.2026;30.03.2026;Netto;Lastschrift;VISA 1234;1.000,00;EUR;-20,00;EUR\n28.03.2026;28.03.2026;Arbeitgeber;Gehalt;Lohn;1.020,00;EUR;1.020,00;EUR\n", &["2026-03-30 -20 Netto", "2026-03-28 1020 Arbeitgeber"])]
#[case::mbank("PLN", "mBank S.A.;\n#Klient;\nJAN KOWALSKI;\n\n#Data operacji;#Data księgowania;#Opis operacji;#Tytuł;#Nadawca/Odbiorca;#Numer konta;#Kwota;#Saldo po operacji;\n2026-01-05;2026-01-05;ZAKUP PRZY UŻYCIU KARTY;\"BIEDRONKA\";\"  \";'';-45,30;954,70;\n2026-01-07;2026-01-07;PRZELEW;\"WYNAGRODZENIE\";\"FIRMA SP. Z O.O.\";'11222';5 000,00;5 954,70;\n", &["2026-01-05 -45.3 ZAKUP PRZY UŻYCIU KARTY", "2026-01-07 5000 FIRMA SP. Z O.O."])]
#[case::fio("CZK", "ID pohybu;Datum;Objem;Měna;Protiúčet;Název protiúčtu;Kód banky;Název banky;Zpráva pro příjemce;Poznámka\n12345678901;05.01.2026;-1250,50;CZK;123-456;Obchod;0100;KB;nákup;\n12345678902;06.01.2026;30000,00;CZK;777-1;Firma;0800;CS;mzda;\n", &["2026-01-05 -1250.5 Obchod", "2026-01-06 30000 Firma"])]
#[case::nordea_se("SEK", "Bokföringsdag;Belopp;Avsändare;Mottagare;Namn;Rubrik;Saldo;Valuta\n2026/03/05;-120,00;;;;Kortköp ICA;880,00;SEK\n2026/03/04;1000,00;;;;Lön;1000,00;SEK\n", &["2026-03-05 -120 Kortköp ICA", "2026-03-04 1000 Lön"])]
#[case::danske("DKK", "\"Dato\";\"Tekst\";\"Beløb\";\"Saldo\";\"Status\";\"Afstemt\"\n\"05.03.2026\";\"Netto\";\"-89,95\";\"910,05\";\"Udført\";\"Nej\"\n\"04.03.2026\";\"Løn\";\"1.000,00\";\"1.000,00\";\"Udført\";\"Nej\"\n", &["2026-03-05 -89.95 Netto", "2026-03-04 1000 Løn"])]
#[case::dnb("NOK", "Dato;Forklaring;Rentedato;Ut fra konto;Inn på konto\n05.03.2026;Varekjøp Rema;05.03.2026;234,50;\n06.03.2026;Lønn;06.03.2026;;30000,00\n", &["2026-03-05 -234.5 Varekjøp Rema", "2026-03-06 30000 Lønn"])]
#[case::nationwide("GBP", "\"Account Name:\",\"FlexAccount ****12345\"\n\"Account Balance:\",\"£580.00\"\n\"Available Balance: \",\"£580.00\"\n\n\"Date\",\"Transaction type\",\"Description\",\"Paid out\",\"Paid in\",\"Balance\"\n\"02 Jan 2026\",\"Visa purchase\",\"TESCO\",\"£20.00\",\"\",\"£480.00\"\n\"03 Jan 2026\",\"Bank credit\",\"A PERSON\",\"\",\"£100.00\",\"£580.00\"\n", &["2026-01-02 -20 TESCO", "2026-01-03 100 A PERSON"])]
#[case::lloyds("GBP", "Transaction Date,Transaction Type,Sort Code,Account Number,Transaction Description,Debit Amount,Credit Amount,Balance\n15/01/2026,DEB,'11-22-33,12345678,GREGGS,3.50,,96.50\n14/01/2026,FPI,'11-22-33,12345678,MUM,,50.00,100.00\n", &["2026-01-15 -3.5 GREGGS", "2026-01-14 50 MUM"])]
#[case::boursorama("EUR", "dateOp;dateVal;label;category;categoryParent;supplierFound;amount;accountNum;accountLabel;accountbalance\n2026-01-05;2026-01-05;\"CARTE 04/01 MONOPRIX\";\"Alimentation\";\"Vie quotidienne\";\"monoprix\";-23,45;00040000;BoursoBank;1234,56\n2026-01-06;2026-01-06;\"VIR SALAIRE\";\"Revenus\";\"Revenus\";\"\";2 000,00;00040000;BoursoBank;1234,56\n", &["2026-01-05 -23.45 monoprix", "2026-01-06 2000 VIR SALAIRE"])]
#[case::credit_agricole("EUR", "Compte courant n° 12345678901\nSolde au 31/01/2026 1 234,56 €\n\nDate;Libellé;Débit euros;Crédit euros;\n13/01/2026;\"PAIEMENT PAR CARTE\nSUPERMARCHE\";23,45;;\n15/01/2026;VIREMENT;;1 500,00;\n", &["2026-01-13 -23.45 PAIEMENT PAR CARTE\nSUPERMARCHE", "2026-01-15 1500 VIREMENT"])]
#[case::intesa("EUR", "Data contabile;Data valuta;Descrizione;Dare;Avere\n13/01/2026;13/01/2026;PAGAMENTO POS;25,00;\n27/01/2026;27/01/2026;STIPENDIO;;1.500,00\n", &["2026-01-13 -25 PAGAMENTO POS", "2026-01-27 1500 STIPENDIO"])]
#[case::otp_hu("HUF", "11773000-00000000;T;-12500;HUF;20260105;20260106;87500;;;LIDL;Vásárlás\n11773000-00000000;J;300000;HUF;20260110;20260110;387500;;;Munkáltató;Bér\n11773000-00000000;T;-5000;HUF;20260112;20260112;382500;;;SPAR;Vásárlás\n", &["2026-01-05 -12500 LIDL", "2026-01-10 300000 Munkáltató", "2026-01-12 -5000 SPAR"])]
#[case::month_names("EUR", "Fecha;Detalle;Monto\n05-ene-2026;Café;-3,50\n06-feb-2026;Sueldo;1.000,00\n", &["2026-01-05 -3.5 Café", "2026-02-06 1000 Sueldo"])]
#[case::pipes("USD", "Date|Description|Amount\n2026-01-05|Coffee|-3.50\n2026-01-06|Pay|1,000.00\n", &["2026-01-05 -3.5 Coffee", "2026-01-06 1000 Pay"])]
#[case::excel_sep("EUR", "sep=;\nDatum;Betrag;Text\n05.01.2026;-3,50;Kaffee\n06.01.2026;1.000,00;Lohn\n", &["2026-01-05 -3.5 Kaffee", "2026-01-06 1000 Lohn"])]
#[case::footer_and_repeated_header("USD", "Date,Description,Amount\n01/15/2026,Coffee,-3.50\nDate,Description,Amount\n01/16/2026,Pay,100.00\nTotal,,96.50\nThis is not a bill.\n", &["2026-01-15 -3.5 Coffee", "2026-01-16 100 Pay"])]
#[case::swiss("CHF", "Datum;Buchungstext;Betrag CHF;Saldo CHF\n13.01.2026;Migros;-45.20;1'954.80\n14.01.2026;Lohn;5'000.00;6'954.80\n", &["2026-01-13 -45.2 Migros", "2026-01-14 5000 Lohn"])]
#[case::indian("INR", "Date,Narration,Chq./Ref.No.,Value Dt,Withdrawal Amt.,Deposit Amt.,Closing Balance\n13/01/26,UPI-SHOP,0000123,13/01/26,\"1,250.00\",,\"1,98,750.00\"\n14/01/26,SALARY,0000124,14/01/26,,\"1,00,000.00\",\"2,98,750.00\"\n", &["2026-01-13 -1250 UPI-SHOP", "2026-01-14 100000 SALARY"])]
#[case::barclays("GBP", "Number,Date,Account,Amount,Subcategory,Memo\n ,15/01/2026,20-00-00 12345678,-12.50,PAYMENT,COSTA\n ,14/01/2026,20-00-00 12345678,200.00,FT,A PERSON\n", &["2026-01-15 -12.5 COSTA", "2026-01-14 200 A PERSON"])]
#[case::monarch("USD", "Date,Merchant,Category,Account,Original Statement,Notes,Amount,Tags\n2026-01-15,Costco,Groceries,Checking (...1234),COSTCO WHSE #123,,-120.55,\n2026-01-16,Employer,Paychecks,Checking (...1234),ACH EMPLOYER,,2000.00,\n", &["2026-01-15 -120.55 Costco", "2026-01-16 2000 Employer"])]
#[case::td_without_header("CAD", "01/15/2026,STORE,12.50,,987.50\n01/16/2026,PAYROLL,,1500.00,2487.50\n01/17/2026,RENT,900.00,,1587.50\n", &["2026-01-15 -12.5 STORE", "2026-01-16 1500 PAYROLL", "2026-01-17 -900 RENT"])]
#[case::commonwealth_without_header("AUD", "15/01/2026,\"-12.50\",\"STORE\",\"+987.50\"\n14/01/2026,\"+1000.00\",\"PAY\",\"+1000.00\"\n", &["2026-01-15 -12.5 STORE", "2026-01-14 1000 PAY"])]
#[case::citi_credits_with_a_minus("USD", "Status,Date,Description,Debit,Credit,Member Name\nCleared,01/15/2026,STORE,45.10,,A PERSON\nCleared,01/20/2026,AUTOPAY,,-500.00,A PERSON\n", &["2026-01-15 -45.1 STORE", "2026-01-20 500 AUTOPAY"])]
#[case::card_with_cr_marks("GBP", "Date Processed,Description,Amount,\nPending,NOT YET,£67.40,\n12-Dec-2025,INSURANCE,\"£1,183.23\",\n02-Dec-2025,PAYMENT RECEIVED,\"£1,100.00\",CR\n", &["2025-12-12 -1183.23 INSURANCE", "2025-12-02 1100 PAYMENT RECEIVED"])]
#[case::itau_br("BRL", "data;lançamento;ag./origem;valor (R$);saldos (R$)\n13/01/2026;SALDO ANTERIOR;;;1.000,00\n15/01/2026;PIX MARIA;1234;-150,00;\n15/01/2026;SALDO DO DIA;;;850,00\n20/01/2026;TED RECEBIDA;1234;2.000,00;\n", &["2026-01-15 -150 PIX MARIA", "2026-01-20 2000 TED RECEBIDA"])]
#[case::swedbank("SEK", "* Transaktionsrapport Period 2026-01-01 – 2026-01-31\nRadnummer,Clearingnummer,Kontonummer,Produkt,Valuta,Bokföringsdag,Transaktionsdag,Valutadag,Referens,Beskrivning,Belopp,Bokfört saldo\n1,8327,1234567890,Privatkonto,SEK,2026-01-05,2026-01-04,2026-01-05,ICA,ICA,-120.50,879.50\n2,8327,1234567890,Privatkonto,SEK,2026-01-02,2026-01-02,2026-01-02,Lön,Lön,1000.00,1000.00\n", &["2026-01-05 -120.5 ICA", "2026-01-02 1000 Lön"])]
#[case::postfinance("CHF", "Datum von:;=\"01.01.2026\"\nKonto:;=\"CH5109000000250092291\"\nWährung:;=\"CHF\"\n\nDatum;Bewegungstyp;Avisierungstext;Gutschrift in CHF;Lastschrift in CHF;Label;Kategorie\n15.01.2026;Lastschrift;KAUF;;-12.50;;Einkauf\n16.01.2026;Gutschrift;LOHN;5000.00;;;Lohn\n\nDisclaimer:\nOhne Gewähr.\n", &["2026-01-15 -12.5 KAUF", "2026-01-16 5000 LOHN"])]
#[case::mercado_pago("ARS", "RELEASE_DATE;TRANSACTION_TYPE;REFERENCE_ID;TRANSACTION_NET_AMOUNT;PARTIAL_BALANCE\n13-01-2026;Pago recibido;123456789;1500,00;1500,00\n15-01-2026;Transferencia enviada;123456790;-200,00;1300,00\n", &["2026-01-13 1500 Pago recibido", "2026-01-15 -200 Transferencia enviada"])]
#[case::bci_cl("CLP", "Fecha Transacción;Fecha Contable;Descripción;N° Documento;Cargo $ (-);Abono $ (+);Saldo\n20/01/2026;20/01/2026;TRANSFERENCIA;123;50.000;0;950.000\n21/01/2026;21/01/2026;REMUNERACION;124;0;1.500.000;2.450.000\n", &["2026-01-20 -50000 TRANSFERENCIA", "2026-01-21 1500000 REMUNERACION"])]
#[case::scotiabank_cl("CLP", "Fecha;Descripcion;Nro Doc;Cargos;Abonos;Saldo\n20012026;CHEQUE;00001;000000000050000;000000000000000;000000000950000\n21012026;DEPOSITO;00002;000000000000000;000000000100000;000000001050000\n", &["2026-01-20 -50000 CHEQUE", "2026-01-21 100000 DEPOSITO"])]
#[case::venmo("USD", "Account Statement - (@someone) ,,,,,,,,\nAccount Activity,,,,,,,,\n,ID,Datetime,Type,Status,Note,From,To,Amount (total)\n,3001,2026-01-15T10:00:00,Payment,Complete,pizza,A,B,- $12.00\n,3002,2026-01-16T10:00:00,Payment,Complete,rent,C,A,+ $500.00\n", &["2026-01-15 -12 pizza", "2026-01-16 500 rent"])]
#[case::card_types_against_the_signs("USD", "Date,Description,Type,Amount\n2026-01-15,Shop,Debit,45.10\n2026-01-20,Bank,Credit,-500.00\n", &["2026-01-15 -45.1 Shop", "2026-01-20 500 Bank"])]
#[case::one_word_says_less_than_the_signs("USD", "Date,Description,Type,Amount\n2026-01-15,Shop,Credit,-45.10\n2026-01-20,Shop,Credit,-5.00\n", &["2026-01-15 -45.1 Shop", "2026-01-20 -5 Shop"])]
fn reads_without_a_question(#[case] currency: &str, #[case] text: &str, #[case] expected: &[&str]) {
    let (_, found) = rows(text, currency);
    assert_eq!(found, expected, "\n{text}");
}
