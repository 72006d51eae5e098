mod forms;
mod sign_in;
