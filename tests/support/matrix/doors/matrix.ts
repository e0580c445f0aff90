import type { DoorMatrix } from './door-entry'
import { OPEN_DOORS } from './open'
import { STAFF_DOORS } from './staff'
import { WORKER_DOORS } from './worker'

/** Every route and every server action. One that is not here fails the build (tests/unit/matrix.test.ts). */
export const DOORS: DoorMatrix = { ...OPEN_DOORS, ...WORKER_DOORS, ...STAFF_DOORS }
