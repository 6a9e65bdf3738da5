/**
 * The pages that only members open, each in a file of its own. The list is apart from the routes, so that a first view
 * does not carry the names of files it has no use for.
 */
export const memberPages = {
  access: () => import('../features/identity/access-page').then((page) => page.AccessPage),
  activation: () => import('../features/registration/activation-page').then((page) => page.ActivationPage),
  approval: () => import('../features/approval/approval-page').then((page) => page.ApprovalPage),
  changeEmail: () => import('../features/personal-data/change-contact-page').then((page) => page.ChangeEmailPage),
  changeMobile: () => import('../features/personal-data/change-contact-page').then((page) => page.ChangeMobilePage),
  confirmContact: () =>
    import('../features/personal-data/confirm-contact-page').then((page) => page.ConfirmContactPage),
  consent: () => import('../features/consent/consent-page').then((page) => page.ConsentPage),
  deleteAccount: () => import('../features/identity/delete-account-page').then((page) => page.DeleteAccountPage),
  device: () => import('../features/devices/device-page').then((page) => page.DevicePage),
  home: () => import('../features/overview/home-page').then((page) => page.HomePage),
  loginApproval: () => import('../features/approval/login-approval-page').then((page) => page.LoginApprovalPage),
  myData: () => import('../features/personal-data/my-data-page').then((page) => page.MyDataPage),
  newDevice: () => import('../features/devices/new-device-page').then((page) => page.NewDevicePage),
  password: () => import('../features/identity/password-page').then((page) => page.PasswordPage),
};
