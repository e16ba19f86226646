### The month and the reports.
