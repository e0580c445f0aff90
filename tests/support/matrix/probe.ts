import { Client } from 'pg'
import { appUrl, ownerPool } from '../database'
import type { Who } from '../raw-sql'

// Many statements in somebody's name, each on its own: what it did is undone before the next, and the answer says how it ended.

/** `rows` that it found or changed; `refused` by a right or a policy; `passed`: let through, and stopped by a rule about the data. */
export type Ending =
  | { readonly kind: 'rows'; readonly rows: number; readonly text: string | null }
  | { readonly kind: 'refused' | 'passed'; readonly code: string; readonly said: string }

/** Puts the function into the database that tries statements. It runs in the name of who calls it. */
export async function installProbe(): Promise<void> {
  await ownerPool().query(`
    CREATE SCHEMA IF NOT EXISTS probe;
    GRANT USAGE ON SCHEMA probe TO fair_passage_app;
    CREATE OR REPLACE FUNCTION probe.try_each(statements text[]) RETURNS text[] LANGUAGE plpgsql AS $$
    DECLARE statement text; answers text[] := '{}'; n bigint; answer text; writes bigint;
    BEGIN
      FOREACH statement IN ARRAY statements LOOP
        answer := NULL;
        BEGIN
          IF statement LIKE 'SELECT count(*) FROM "%' THEN
            EXECUTE statement INTO n;
          ELSIF statement LIKE 'SELECT%' THEN
            SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) INTO writes FROM pg_stat_xact_all_tables;
            EXECUTE statement INTO answer;
            SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) - writes INTO writes FROM pg_stat_xact_all_tables;
            IF writes > 0 THEN answer := 'writes ' || coalesce(answer, ''); END IF;
            n := 1;
          ELSE
            EXECUTE statement;
            GET DIAGNOSTICS n = ROW_COUNT;
          END IF;
          RAISE EXCEPTION USING ERRCODE = 'ZZ999', MESSAGE = n::text || coalesce(' ' || answer, '');
        EXCEPTION WHEN OTHERS THEN answers := answers || (SQLSTATE || ' ' || SQLERRM);
        END;
      END LOOP;
      RETURN answers;
    END $$;
    GRANT EXECUTE ON FUNCTION probe.try_each(text[]) TO fair_passage_app;`)
}

const REFUSED = new Set(['42501', 'P0001', '428C9'])

function endingOf(answer: string, statement: string): Ending {
  const code = answer.slice(0, 5)
  const said = answer.slice(6)
  if (code === 'ZZ999') {
    const [rows = '0', ...text] = said.split(' ')
    return { kind: 'rows', rows: Number(rows), text: text.length === 0 ? null : text.join(' ') }
  }
  if (REFUSED.has(code)) return { kind: 'refused', code, said }
  // Class 23: a key, a check, a value that must be there. The policies come before them.
  if (code.startsWith('23')) return { kind: 'passed', code, said }
  throw new Error(`a statement of the matrix is wrong: ${answer} in ${statement}`)
}

/** So many statements in one transaction: what they leave behind, undone, has to be stepped over. */
const TOGETHER = 200

/** How each statement ends for somebody. */
export async function tryEach(who: Who, statements: readonly string[]): Promise<readonly Ending[]> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  try {
    const endings: Ending[] = []
    for (let from = 0; from < statements.length; from += TOGETHER) {
      const some = statements.slice(from, from + TOGETHER)
      await client.query('BEGIN')
      for (const [name, value] of Object.entries(who))
        await client.query('SELECT set_config($1, $2, true)', [`app.${name}`, value])
      const { rows } = await client.query<{ answers: string[] }>('SELECT probe.try_each($1) AS answers', [some])
      await client.query('ROLLBACK')
      for (const [at, answer] of (rows[0]?.answers ?? []).entries()) endings.push(endingOf(answer, some[at] ?? ''))
    }
    return endings
  } finally {
    await client.end()
  }
}
