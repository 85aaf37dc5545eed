// Runs the tests for some checks in the tree this file lies in, and leaves what they say there (`plant-faults.mjs`).
import { keepCounts } from '../ground/counts.mjs'
import { runChecks } from './run.mjs'

keepCounts('parts', await runChecks(process.argv[2]))
