/** The data folder holds something this server cannot use. The message is a sentence for whoever starts it. */
export class StorageProblem extends Error {}
