import { ConfigProblem } from './config.ts'
import { StorageProblem } from './storage/storage-problem.ts'

/** Runs a command that is no server to its end. What people can mend is told in its sentence alone, with code 1. */
export function runCommand(command: () => Promise<number>): void {
  command().then(
    (code) => process.exit(code),
    (err) => {
      if (!(err instanceof ConfigProblem || err instanceof StorageProblem)) throw err
      console.error(err.message)
      process.exit(1)
    },
  )
}
