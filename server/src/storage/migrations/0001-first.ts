import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** `bigint` and `blob` columns are named so that each dialect has a type of that meaning. */
export const first: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('person')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .execute()

    await schema
      .createTable('session')
      .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id').onDelete('cascade'))
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('seen_at', 'bigint', (c) => c.notNull())
      .execute()
    await schema.createIndex('session_person').on('session').column('person').execute()

    await schema
      .createTable('way_back')
      .addColumn('person', 'text', (c) => c.primaryKey().notNull().references('person.id').onDelete('cascade'))
      .addColumn('generation', 'integer', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .execute()

    await schema
      .createTable('plan')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('shown', 'text')
      .addColumn('started_by', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('started_at', 'bigint', (c) => c.notNull())
      .addColumn('changed_at', 'bigint', (c) => c.notNull())
      .execute()

    await schema
      .createTable('member')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('colour', 'integer', (c) => c.notNull())
      .addColumn('came_by', 'text', (c) => c.notNull())
      .addColumn('joined_at', 'bigint', (c) => c.notNull())
      .addColumn('seat', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('member_key', ['plan', 'person'])
      .execute()
    await schema.createIndex('member_person').on('member').column('person').execute()
    // One seat in a plan and one owner, whatever the code above it does.
    await sql`create unique index member_seat on member (plan) where seat = 1`.execute(db)
    await sql`create unique index member_owner on member (plan) where role = 'owner'`.execute(db)

    await schema
      .createTable('former_member')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('removed', 'integer', (c) => c.notNull())
      .addColumn('left_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('former_member_key', ['plan', 'person'])
      .execute()

    await schema
      .createTable('role_set')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('set_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('role_set_key', ['plan', 'person'])
      .execute()

    await schema
      .createTable('invitation')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('generation', 'integer', (c) => c.notNull())
      .addColumn('code_hash', 'text', (c) => c.unique())
      .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('joined', 'integer', (c) => c.notNull())
      .execute()
    await schema.createIndex('invitation_plan').on('invitation').column('plan').execute()

    await schema
      .createTable('start_link')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('expires_at', 'bigint', (c) => c.notNull())
      .addColumn('used_at', 'bigint')
      .execute()

    await schema
      .createTable('plan_update')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('connection', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addPrimaryKeyConstraint('plan_update_key', ['plan', 'epoch', 'seq'])
      .execute()

    await schema
      .createTable('client_id')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('client', 'bigint', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addPrimaryKeyConstraint('client_id_key', ['plan', 'client'])
      .execute()

    await schema
      .createTable('write_check')
      .addColumn('id', 'integer', (c) => c.primaryKey().notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .execute()

    await schema
      .createTable('test_answer')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('informed', 'text')
      .addColumn('confident', 'text')
      .addColumn('connected', 'text')
      .addColumn('shows', 'text')
      .addColumn('answered_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('test_answer_key', ['plan', 'item', 'person'])
      .execute()
  },
}
