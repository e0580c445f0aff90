import type { StaffRole } from '@/lib/access/policy'

/** A sign-in of the demonstration; `office` is the code of one of DEMO_OFFICES. */
export type DemoAccount = {
  readonly email: string
  readonly password: string
  readonly role: StaffRole
  readonly office: string
  readonly displayName: string
}

/** An invented office. */
export type DemoOffice = {
  readonly code: string
  readonly name: string
  readonly kind: 'ngo' | 'union' | 'embassy'
  readonly country: string
  readonly intakeOrigins: readonly string[]
  readonly isDefaultIntake: boolean
  readonly languages: readonly string[]
}

export const DEMO_OFFICES: readonly DemoOffice[] = [
  {
    code: 'minato_helpdesk',
    name: 'Minato Helpdesk (demonstration)',
    kind: 'ngo',
    country: 'JP',
    intakeOrigins: [],
    isDefaultIntake: true,
    languages: ['en', 'vi', 'my', 'km'],
  },
  {
    code: 'sakura_union',
    name: 'Sakura Workers’ Union (demonstration)',
    kind: 'union',
    country: 'JP',
    intakeOrigins: ['CN', 'PH'],
    isDefaultIntake: false,
    languages: ['en', 'zh-Hans', 'fil'],
  },
  {
    code: 'hibiya_embassy_desk',
    name: 'Hibiya Embassy Desk (demonstration)',
    kind: 'embassy',
    country: 'ID',
    intakeOrigins: ['ID'],
    isDefaultIntake: false,
    languages: ['en', 'id'],
  },
]

// Anybody may know it: the accounts exist only where the demonstration data was loaded.
const PASSWORD = 'fair-passage-demo'

/** What the authenticator app of every account of the demonstration knows, as it is typed into one. Known like the password. */
export const DEMO_APP_SECRET = 'FAIRPASSAGEDEMONSTRATIONACCOUNTS'

const account = (name: string, displayName: string, role: StaffRole, office: string): DemoAccount => ({
  email: `${name}@example.org`,
  password: PASSWORD,
  role,
  office,
  displayName,
})

/** Everybody who can sign in to the demonstration. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account('hanh', 'Hạnh Mẫu', 'caseworker', 'minato_helpdesk'),
  account('kenji', 'Kenji Mihon', 'caseworker', 'minato_helpdesk'),
  account('aiko', 'Aiko Mihon', 'supervisor', 'minato_helpdesk'),
  account('admin', 'Sora Mihon', 'administrator', 'minato_helpdesk'),
  account('lin', 'Lin Yangli', 'caseworker', 'sakura_union'),
  account('joy', 'Joy Halimbawa', 'caseworker', 'sakura_union'),
  account('takeshi', 'Takeshi Mihon', 'supervisor', 'sakura_union'),
  account('dewi', 'Dewi Contoh', 'caseworker', 'hibiya_embassy_desk'),
  account('bayu', 'Bayu Contoh', 'caseworker', 'hibiya_embassy_desk'),
  account('ratna', 'Ratna Contoh', 'supervisor', 'hibiya_embassy_desk'),
]
