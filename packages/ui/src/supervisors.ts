import type { Policy } from '@sluis/schema';

/** Whom to complain to about the use of data (GDPR art. 77). */
export interface Supervisor {
  readonly name: string;
  readonly url: string;
}

/** By country, ISO 3166: EU and EEA. */
const supervisors: { readonly [country: string]: readonly [name: string, url: string] } = {
  AT: ['Datenschutzbehörde', 'https://www.dsb.gv.at'],
  BE: ['GBA / APD', 'https://www.gegevensbeschermingsautoriteit.be'],
  BG: ['КЗЛД', 'https://www.cpdp.bg'],
  CY: ['Commissioner for Personal Data Protection', 'https://www.dataprotection.gov.cy'],
  CZ: ['ÚOOÚ', 'https://uoou.gov.cz'],
  DE: ['BfDI', 'https://www.bfdi.bund.de'],
  DK: ['Datatilsynet', 'https://www.datatilsynet.dk'],
  EE: ['Andmekaitse Inspektsioon', 'https://www.aki.ee'],
  ES: ['AEPD', 'https://www.aepd.es'],
  FI: ['Tietosuojavaltuutettu', 'https://tietosuoja.fi'],
  FR: ['CNIL', 'https://www.cnil.fr'],
  GR: ['ΑΠΔΠΧ', 'https://www.dpa.gr'],
  HR: ['AZOP', 'https://azop.hr'],
  HU: ['NAIH', 'https://naih.hu'],
  IE: ['Data Protection Commission', 'https://www.dataprotection.ie'],
  IS: ['Persónuvernd', 'https://www.personuvernd.is'],
  IT: ['Garante per la protezione dei dati personali', 'https://www.garanteprivacy.it'],
  LI: ['Datenschutzstelle', 'https://www.datenschutzstelle.li'],
  LT: ['VDAI', 'https://vdai.lrv.lt'],
  LU: ['CNPD', 'https://cnpd.public.lu'],
  LV: ['Datu valsts inspekcija', 'https://www.dvi.gov.lv'],
  MT: ['IDPC', 'https://idpc.org.mt'],
  NL: ['Autoriteit Persoonsgegevens', 'https://autoriteitpersoonsgegevens.nl'],
  NO: ['Datatilsynet', 'https://www.datatilsynet.no'],
  PL: ['UODO', 'https://uodo.gov.pl'],
  PT: ['CNPD', 'https://www.cnpd.pt'],
  RO: ['ANSPDCP', 'https://www.dataprotection.ro'],
  SE: ['IMY', 'https://www.imy.se'],
  SI: ['Informacijski pooblaščenec', 'https://www.ip-rs.si'],
  SK: ['ÚOOÚ SR', 'https://dataprotection.gov.sk'],
};

/** Where the country is not known: the list of all of them. */
const all = ['EDPB', 'https://www.edpb.europa.eu/about-edpb/about-edpb/members_en'] as const;

/** Of the country where the controller is established, or whose profile the site follows. */
export function supervisorOf({ controller, profile }: Policy): Supervisor {
  const country = controller.country ?? profile;
  const [name, url] = supervisors[country.toUpperCase()] ?? all;
  return { name, url };
}
