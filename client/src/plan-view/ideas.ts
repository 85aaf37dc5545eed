export { IDEAS } from '@withy/shared/plan'
