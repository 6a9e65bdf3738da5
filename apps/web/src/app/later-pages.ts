/**
 * The pages that no first visit begins with, each in a file of its own. The list is apart from the routes, so that a first
 * view does not carry the names of files it has no use for.
 */
export const laterPages = {
  access: () => import('../features/identity/access-page').then((page) => page.AccessPage),
  accessLog: () => import('../features/personal-data/access-log-page').then((page) => page.AccessLogPage),
  accessibility: () => import('../features/public/accessibility-page').then((page) => page.AccessibilityPage),
  activation: () => import('../features/registration/activation-page').then((page) => page.ActivationPage),
  address: () => import('../features/personal-data/address-page').then((page) => page.AddressPage),
  approval: () => import('../features/approval/approval-page').then((page) => page.ApprovalPage),
  bankAccount: () => import('../features/personal-data/bank-account-page').then((page) => page.BankAccountPage),
  certificates: () => import('../features/applications/certificates-page').then((page) => page.CertificatesPage),
  childData: () => import('../features/family/child-data-page').then((page) => page.ChildDataPage),
  childHome: () => import('../features/family/child-home-page').then((page) => page.ChildHomePage),
  changeEmail: () => import('../features/personal-data/change-contact-page').then((page) => page.ChangeEmailPage),
  changeMobile: () => import('../features/personal-data/change-contact-page').then((page) => page.ChangeMobilePage),
  confirmContact: () =>
    import('../features/personal-data/confirm-contact-page').then((page) => page.ConfirmContactPage),
  consent: () => import('../features/consent/consent-page').then((page) => page.ConsentPage),
  deleteAccount: () => import('../features/identity/delete-account-page').then((page) => page.DeleteAccountPage),
  device: () => import('../features/devices/device-page').then((page) => page.DevicePage),
  document: () => import('../features/applications/document-page').then((page) => page.DocumentPage),
  documents: () => import('../features/applications/documents-page').then((page) => page.DocumentsPage),
  family: () => import('../features/family/family-page').then((page) => page.FamilyPage),
  forgottenPassword: () =>
    import('../features/recovery/forgotten-password-page').then((page) => page.ForgottenPasswordPage),
  help: () => import('../features/support/help-page').then((page) => page.HelpPage),
  home: () => import('../features/overview/home-page').then((page) => page.HomePage),
  imprint: () => import('../features/public/imprint-page').then((page) => page.ImprintPage),
  loginApproval: () => import('../features/approval/login-approval-page').then((page) => page.LoginApprovalPage),
  myData: () => import('../features/personal-data/my-data-page').then((page) => page.MyDataPage),
  newDevice: () => import('../features/devices/new-device-page').then((page) => page.NewDevicePage),
  notifications: () => import('../features/notifications/notifications-page').then((page) => page.NotificationsPage),
  newDocument: () => import('../features/applications/new-document-page').then((page) => page.NewDocumentPage),
  password: () => import('../features/identity/password-page').then((page) => page.PasswordPage),
  phone: () => import('../features/personal-data/phone-page').then((page) => page.PhonePage),
  privacy: () => import('../features/consent/privacy-page').then((page) => page.PrivacyPage),
  simpleLanguage: () => import('../features/public/simple-language-page').then((page) => page.SimpleLanguagePage),
  terms: () => import('../features/consent/terms-page').then((page) => page.TermsPage),
  undoEmail: () => import('../features/recovery/undo-email-page').then((page) => page.UndoEmailPage),
  verification: () => import('../features/applications/verification-page').then((page) => page.VerificationPage),
};
