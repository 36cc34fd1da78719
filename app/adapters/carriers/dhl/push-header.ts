/** The header in which DHL presents our token, as we name it in each subscription. */
export const PUSH_HEADER = "x-hither-push-token";
