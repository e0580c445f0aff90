/** Who sees which pages when they are asked for things of the first world: the first line that fits. Words: ../words.ts. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^\(staff\)\/cases\/\[number\]\/(?:assign|officer)\//u, 'supervisor'],
  [/^\(staff\)\/cases\/\[number\]\//u, 'case_staff'],
  [/^\(staff\)\/(?:groups|referrals|cases\/import)\/\[id\]\//u, 'case_staff'],
  [/^\(staff\)\/cases\/(?:bulk|views)\/\[id\]\//u, 'officer filer'],
  // Of an opening that is somebody else's.
  [/^\(staff\)\/cases\/emergency\/\[id\]\//u, ''],
  [/^\(staff\)\/cases\/emergency\//u, 'supervisor far_supervisor'],
  [/^\(staff\)\/(?:cases|groups|referrals)\//u, 'any_case_staff'],
  [/^\(staff\)\/parties\/import\/\[id\]\//u, 'leaders'],
  [/^\(staff\)\/parties\/import\//u, 'both_leaders'],
  [/^\(staff\)\/parties\/(?:new|\[id\]\/(?:edit|licences|merge))\//u, 'any_case_staff'],
  [/^\(staff\)\/posters\/\[id\]\//u, 'office_staff'],
  [/^\(staff\)\/(?:learning|notices|parties|posters)\//u, 'any_staff'],
  [/^\(staff\)\/settings\/account\//u, 'any_staff'],
  [/^\(staff\)\/settings\/users\/\[staffId\]\//u, 'administrator'],
  [/^\(staff\)\/settings\/(?:exchange-rates|fee-rules|legal-rules|office-sign-in|users)\//u, 'both_administrators'],
  [/^\(staff\)\/settings\/(?:processing|retention|system)\//u, 'both_administrators'],
  [/^\(staff\)\/settings\/(?:consents|labels)\//u, 'supervisor far_supervisor'],
  [/^\(staff\)\/settings\/incidents\/\[id\]\//u, 'leaders'],
  [/^\(staff\)\/settings\/(?:floods|incidents|jobs|second-factors|sources|translations)\//u, 'both_leaders'],
  [/^\(staff\)\/settings\/page/u, 'both_leaders'],
  [/^\(staff\)\/statistics\/(?:exports|microdata)\//u, 'both_administrators'],
  [/^\(staff\)\/statistics\/views\/\[id\]\//u, 'leaders'],
  [/^\(staff\)\/statistics\//u, 'both_leaders'],
  // Who gave the password and not the second step is nobody.
  [/^\(staff\)\/sign-in\/(?:second|set-up)\//u, 'nobody'],
  [/^\(staff\)\/sign-in\/(?:again|codes|tries)\//u, 'any_staff'],
  [/^\(staff\)\/(?:invitation|sign-in|sign-out)\//u, 'everybody'],
  [/^\(worker\)\/kiosk\//u, ''],
  [/^\(worker\)\/track\/case\//u, 'worker other_worker'],
  [/^\(worker\)\/(?:comment|failed|fees|help|offline|paper|report|rights|safety|track|page)/u, 'everybody'],
  [/^\((?:party|public)\)\//u, 'everybody'],
]

/** Who may see a page, by its file below app/[locale]; undefined for a page that nobody thought of. */
export function whoSees(page: string): string | undefined {
  return PAGES.find(([pattern]) => pattern.test(page))?.[1]
}
