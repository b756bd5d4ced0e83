"""The welcome page: doors into a project, and the wizard that makes one."""
