"""The field guide: each tell beside its look-alikes, as they are done."""
