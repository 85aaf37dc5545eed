export { default as messages } from './cy/action-tests.json'
