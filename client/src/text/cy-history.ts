export { default as messages } from './cy/history.json'
