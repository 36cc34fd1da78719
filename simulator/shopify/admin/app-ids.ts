/** Number of the pretend app; its reserved metafield namespaces contain it. */
export const APP_ID = "218400784385";

/** Number of its installation; metafields of the installation hang on it. */
export const INSTALLATION_ID = "640013304086";
