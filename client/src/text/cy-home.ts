export { default as messages } from './cy/home.json'
