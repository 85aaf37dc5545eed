export { default as messages } from './cy/glossary.json'
