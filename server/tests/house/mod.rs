mod architecture;
mod statements;
mod words;
