import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { type Database } from '@of/platform';
import { CommandFailure, runCommand, withDatabase } from './with-database';

const schemas = `('platform', 'membership', 'identity', 'consent', 'letters', 'approval', 'recovery', 'personal_data',
  'documents', 'drafts', 'applications',
  'notifications')`;

const parts: Record<string, string> = {
  columns: `
    SELECT format('%s.%s  %s  %s%s%s', table_schema, table_name, column_name, udt_name,
             CASE is_nullable WHEN 'NO' THEN '  not null' ELSE '' END, coalesce('  default ' || column_default, '')) AS line
      FROM information_schema.columns WHERE table_schema IN ${schemas}
     ORDER BY table_schema, table_name, ordinal_position`,
  constraints: `
    SELECT format('%s  %s  %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS line
      FROM pg_constraint
     WHERE connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ${schemas}) AND contype <> 'n'
     ORDER BY conrelid::regclass::text, conname`,
  indexes: `
    SELECT indexdef AS line FROM pg_indexes WHERE schemaname IN ${schemas} ORDER BY schemaname, tablename, indexname`,
  views: `
    SELECT format('%s.%s  %s', schemaname, viewname, regexp_replace(definition, '\\s+', ' ', 'g')) AS line
      FROM pg_views WHERE schemaname IN ${schemas} ORDER BY schemaname, viewname`,
  functions: `
    SELECT regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g') AS line
      FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname IN ${schemas}
     ORDER BY n.nspname, p.proname`,
  triggers: `
    SELECT pg_get_triggerdef(t.oid) AS line FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE NOT t.tgisinternal AND n.nspname IN ${schemas} ORDER BY 1`,
};

/** What the migrations make of an empty database, as text: a changed migration shows in the review. */
async function describe(database: Database): Promise<void> {
  const out = process.argv[process.argv.indexOf('--out') + 1];
  if (!process.argv.includes('--out') || !out) throw new CommandFailure('Usage: describe-schema --out FILE');
  const sections: string[] = [];
  for (const [name, sql] of Object.entries(parts)) {
    const rows = await database.read<{ line: string }>(`describe.${name}`, sql);
    sections.push(`# ${name}\n${rows.map(({ line }) => line).join('\n')}\n`);
  }
  writeFileSync(out, sections.join('\n'));
}

void runCommand(() => withDatabase('describe-schema', describe));
