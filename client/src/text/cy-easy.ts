export { default as messages } from './cy/easy.json'
