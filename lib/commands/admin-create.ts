import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { grantStaff } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { tellOfAccount } from '@/lib/data/notices'
import { within } from '@/lib/data/within'
import { STAFF_LOCALES } from '@/lib/i18n/locales'
import { isProductionStart } from '@/lib/platform/env'
import { inviteStaffSchema } from '@/lib/schemas/settings/invite-staff'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { forgetSecondFactor, makeAdministrator } from './database/first-administrator'
import { runCommand } from './ending'
import { write } from './phases'
import { CommandRefused, prepareProduction } from './preparation'

// `npm run admin:create`: the first administrator of an office in the database of DATABASE_URL, who sets a password
// with the link that is printed. Run again for the same address, it prints a new link; with --lost-second-step it also takes away the
// second step of an administrator whom no colleague can help.

const QUESTIONS = {
  office: 'Name of the office: ',
  name: 'Name of the administrator: ',
  email: 'E-mail address, to sign in with: ',
} as const

const answersSchema = z.object({
  office: z.string().trim().min(1, { error: 'is empty' }).max(120, { error: 'is longer than 120 characters' }),
  name: inviteStaffSchema.shape.displayName,
  email: inviteStaffSchema.shape.email,
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'is not a country code such as JP' }),
  locale: z.enum(STAFF_LOCALES, { error: `is none of ${STAFF_LOCALES.join(', ')}` }),
})

/** What the flags say, and the person at the terminal for the rest. */
async function readAnswers(): Promise<z.output<typeof answersSchema> & { hasLostStep: boolean }> {
  const { values } = parseArgs({
    options: {
      office: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      country: { type: 'string', default: 'JP' },
      locale: { type: 'string', default: 'en' },
      'lost-second-step': { type: 'boolean', default: false },
    },
  })
  const { 'lost-second-step': hasLostStep, ...texts } = values
  const answers: Record<string, string | undefined> = texts
  const missing = (Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]).filter((key) => answers[key] === undefined)
  if (missing.length > 0 && !process.stdin.isTTY) {
    throw new CommandRefused(
      `Missing: ${missing.map((key) => `--${key}`).join(', ')}. Example: npm run admin:create -- --office "Help desk" --name "A. Person" --email a@example.org`,
    )
  }
  if (missing.length > 0) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout })
    for (const key of missing) answers[key] = await terminal.question(QUESTIONS[key])
    terminal.close()
  }
  const parsed = answersSchema.safeParse(answers)
  if (parsed.success) return { ...parsed.data, hasLostStep }
  throw new CommandRefused(parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`).join('\n'))
}

async function createAdministrator(): Promise<void> {
  if (!isProductionStart()) {
    throw new CommandRefused(
      'Set DATABASE_URL, AUTH_SECRET and ENCRYPTION_KEY first. The demonstration (npm start without them) has its own accounts.',
    )
  }
  const { office: officeName, name: displayName, hasLostStep, ...person } = await readAnswers()
  const prepared = await prepareProduction()
  Object.assign(process.env, { APP_DATABASE_URL: prepared.appDatabaseUrl, ...prepared.keys })
  const made = await makeAdministrator(prepared.ownerUrl, { ...person, officeName, displayName })
  if (!made)
    throw new CommandRefused(
      `${person.email} belongs to somebody who is not an active administrator of "${officeName}".`,
    )
  const actor = {
    kind: 'staff',
    id: made.staffId,
    officeId: made.officeId,
    role: 'administrator',
    displayName,
    locale: person.locale,
  } as const
  const grant = grantStaff(actor, 'staff.manage')
  if (!grant) throw new Error('an administrator may not manage staff')
  if (hasLostStep) {
    await forgetSecondFactor(prepared.ownerUrl, made.staffId)
    const detail = { staffId: made.staffId, by: 'command' }
    await within(grant, async (on) => {
      await tellOfAccount(on, made.staffId)
      await appendAudit(on, made.officeId, 'staff.reset_second_factor', { detail })
    })
  }
  const invitation = await renewInvitation(grant, made.staffId)
  if (!invitation.ok) throw new Error(`no invitation: ${invitation.error.code}`)
  write(made.isNewOffice ? `The office "${officeName}" is made.` : `The office "${officeName}" was there already.`)
  write(
    `${displayName} is its administrator. To set a password, open until ${invitation.value.expiresAt.toISOString()}:`,
  )
  write(`  ${new URL(`/${person.locale}/invitation/${invitation.value.token}`, prepared.publicUrl).href}`)
}

await runCommand(createAdministrator)
