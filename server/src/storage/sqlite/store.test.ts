import { onTestFinished } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { describePhotos } from '../photos-contract.ts'
import { createStore } from '../store.ts'
import { describeStore } from '../store-contract.ts'
import { describeSuggestions } from '../suggestions-contract.ts'
import { describeTalk } from '../talk-contract.ts'
import { describeVersions } from '../versions-contract.ts'
import { describeWorkshops } from '../workshops-contract.ts'
import { openSqlite } from './open.ts'
import { sqliteUpdateLog } from './update-log.ts'

async function onSqlite() {
  const sqlite = await openSqlite(tempDir())
  onTestFinished(() => sqlite.db.destroy())
  return { store: createStore(sqlite.db), log: sqliteUpdateLog(sqlite) }
}

describeStore('on SQLite', onSqlite)
describePhotos('on SQLite', onSqlite)
describeWorkshops('on SQLite', onSqlite)
describeTalk('on SQLite', onSqlite)
describeSuggestions('on SQLite', onSqlite)
describeVersions('on SQLite', onSqlite)
