mod statements;
mod words;
