export { default as messages } from './en/action-tests.json'
