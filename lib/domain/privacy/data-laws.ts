import type { OriginCode } from '../countries'

/** How well a statement about a law is known: confirmed by search, from one secondary source, or general knowledge nobody verified. */
export type LawStanding = 'confirmed' | 'partly' | 'unverified'

/** Hours after an incident is known by which somebody is told; null: the law is known to ask for it, the time is not known to us. */
type Notice = { readonly authority: string; readonly withinHours: number | null }

/** A law on personal data, and what it asks for after an incident. */
export type DataLaw = {
  readonly code: string
  /** Whose people or whose ground it is about. */
  readonly country: OriginCode | 'JP'
  readonly name: string
  readonly notice: Notice | null
  /** The persons concerned are told too. */
  readonly tellsPersons: boolean
  readonly standing: LawStanding
  readonly source: string
}

/**
 * The laws of the countries that cases come from and go to (domain notes, part 10; state of knowledge 20 November 2026). An aid to
 * remember whom to ask, no advice: a lawyer of the country confirms each before it is relied on.
 */
export const DATA_LAWS: readonly DataLaw[] = [
  {
    code: 'jp_appi',
    country: 'JP',
    name: 'Act on the Protection of Personal Information (APPI), art. 26',
    notice: { authority: 'Personal Information Protection Commission (PPC)', withinHours: 72 },
    tellsPersons: true,
    standing: 'confirmed',
    source:
      'Preliminary report within 3 to 5 days, of which the shorter is kept here; final report within 30 days, 60 with bad intent. Article numbers are general knowledge.',
  },
  {
    code: 'vn_pdp',
    country: 'VN',
    name: 'Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025',
    notice: { authority: 'Ministry of Public Security', withinHours: 72 },
    tellsPersons: true,
    standing: 'confirmed',
    source: 'LuatVietnam and recordinglaw, 2026. Details of the dossier are partly known.',
  },
  {
    code: 'id_pdp',
    country: 'ID',
    name: 'UU PDP 27/2022',
    notice: { authority: 'The data protection authority, or the ministry in its place', withinHours: 72 },
    tellsPersons: true,
    standing: 'confirmed',
    source: 'Written notice within 3 x 24 hours (CMS, HR Singapore). Which body takes it has to be confirmed.',
  },
  {
    code: 'ph_dpa',
    country: 'PH',
    name: 'Data Privacy Act of 2012 (RA 10173)',
    notice: { authority: 'National Privacy Commission (NPC)', withinHours: 72 },
    tellsPersons: true,
    standing: 'unverified',
    source: 'General knowledge, high confidence.',
  },
  {
    code: 'th_pdpa',
    country: 'TH',
    name: 'Personal Data Protection Act 2019',
    notice: null,
    tellsPersons: false,
    standing: 'unverified',
    source: 'That there is this law is general knowledge; what it asks for was not looked up.',
  },
  {
    code: 'cn_pipl',
    country: 'CN',
    name: 'Personal Information Protection Law 2021',
    notice: null,
    tellsPersons: false,
    standing: 'unverified',
    source: 'That there is this law is general knowledge; what it asks for was not looked up.',
  },
  {
    code: 'np_privacy',
    country: 'NP',
    name: 'Privacy Act 2018',
    notice: null,
    tellsPersons: false,
    standing: 'unverified',
    source: 'That there is this law is general knowledge; what it asks for was not looked up.',
  },
  {
    code: 'lk_pdpa',
    country: 'LK',
    name: 'Personal Data Protection Act 2022',
    notice: null,
    tellsPersons: false,
    standing: 'unverified',
    source: 'That there is this law is general knowledge; what it asks for was not looked up.',
  },
]

/** The laws that an incident touches: of Japan always, and of the countries the people come from. */
export function lawsTouched(origins: readonly string[]): readonly DataLaw[] {
  return DATA_LAWS.filter(({ country }) => country === 'JP' || origins.includes(country))
}
