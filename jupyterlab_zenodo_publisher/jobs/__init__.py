"""What goes on while nobody looks: jobs of users, told of as they go on."""
