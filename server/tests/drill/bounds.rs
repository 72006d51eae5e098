//! What is too large or too slow is refused: no more of it is kept than the limit, and no connection for ever.

use passerelle::capabilities;
use passerelle_access::Role;
use passerelle_testkit::{Engine, TestApp};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_too_large_is_refused() {
    let app = TestApp::start(Engine::Sqlite, capabilities::all()).await.unwrap();
    let ada = app.person("Ada Lin", Role::Admin, app.new_id(), None).await;
    let larger = ada.send_file("/imports", "file", &vec![b'a'; 64 * 1024 * 1024 + 1]).await;
    assert!([413, 422].contains(&larger.status().as_u16()), "{}", larger.status());
    ada.get("/imports/new").await.assert_ok().assert_lacks("/imports/0");
}
